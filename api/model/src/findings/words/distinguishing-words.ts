import type { Queryable } from '../../schema/index.ts';
import { logOddsDirichlet, type WordOdds } from '../../statistics/index.ts';
import type { TextLanguage } from './language.ts';
import { topicsIn } from './rules/match.ts';
import { Bound, inSlice, textKinds, textSources, type TextKind, type TextSlice } from './slice.ts';
import { withoutRepeats } from './without-repeats.ts';

export interface WordsRequest {
  /** Kinds of texts; absent: all of them. */
  texts?: readonly TextKind[] | null;
  these: TextSlice;
  /** Absent: all other texts of the shop in the same days, or of all days where these have none. */
  those?: TextSlice | null;
  /** Words at most in each language and direction. */
  first?: number | null;
  /** Words of fewer texts are not told, nor is anything where a side has fewer. */
  least?: number | null;
}

export interface DistinguishingWord extends WordOdds {
  language: TextLanguage;
  /** Codes of the maintained topics whose rules hold it. */
  topics: string[];
}

export interface SideOfTexts {
  /** Texts with a word in them. */
  texts: number;
  /** Of them counted: of more than MOST_TEXTS an even sample. */
  read: number;
}

export interface DistinguishingWords {
  /** Used more in these than in those, surest first. */
  more: DistinguishingWord[];
  /** Used less. */
  less: DistinguishingWord[];
  these: SideOfTexts;
  those: SideOfTexts;
}

/** Of a side counted at most: an interval hardly narrows beyond. */
const MOST_TEXTS = 40_000;
/** A word of fewer texts is nobody's but its writer's. */
const LEAST_TEXTS = 3;
/** Two-sided 5 %. */
const SURE = 1.959964;
export const USUAL_WORDS = 20;

/** Which texts are on which side; a text that both slices hold is one of these. */
export function sidesOf({ texts, these, those }: WordsRequest, bound: Bound): string {
  return (texts ?? textKinds)
    .map((kind) => {
      const { relation, id, customer } = textSources[kind];
      const here = inSlice(kind, these, bound);
      const there = inSlice(kind, those ?? { shop: these.shop ?? null, period: these.period ?? null }, bound);
      return `select j.${customer} as customer_id, '${kind.toLowerCase()}' as kind, j.${id} as id, coalesce(${here}, false) as these from ${relation} j where (${here}) or (${there})`;
    })
    .join(' union all ');
}

/** `sampled`: the texts counted, evenly drawn by their ids, which are hashes. */
const counted = (sides: string): string => `
  sides as materialized (select w.customer_id, w.kind, w.id, s.these from (${sides}) s join journey.text_words w using (customer_id, kind, id) where w.language <> ''),
  sizes as materialized (select these, count(*) as texts from sides group by these),
  sampled as materialized (select s.* from sides s join sizes z using (these)
    where z.texts <= ${MOST_TEXTS} or ('x' || right(s.id::text, 6))::bit(24)::integer < 16777216.0 * ${MOST_TEXTS} / z.texts)`;

interface CountRow {
  language: TextLanguage;
  term: string | null;
  these: number;
  those: number;
}

async function countTerms(
  db: Queryable,
  request: WordsRequest,
): Promise<{ terms: CountRow[]; totals: Map<string, CountRow>; sizes: CountRow[] }> {
  const bound = new Bound();
  const { rows } = await db.query<CountRow & { part: string }>(
    `/* words */ with ${counted(sidesOf(request, bound))},
     said as (select w.language, w.terms, s.these from sampled s join journey.text_words w using (customer_id, kind, id))
     select 'term' as part, language, term, count(*) filter (where these)::integer as these, count(*) filter (where not these)::integer as those
       from said, unnest(terms) term group by language, term having count(*) >= ${LEAST_TEXTS}
     union all select 'all', language, null, coalesce(sum(cardinality(terms)) filter (where these), 0)::integer, coalesce(sum(cardinality(terms)) filter (where not these), 0)::integer from said group by language
     union all select 'texts', '', null, coalesce(sum(texts) filter (where these), 0)::integer, coalesce(sum(texts) filter (where not these), 0)::integer from sizes
     union all select 'read', '', null, count(*) filter (where these)::integer, count(*) filter (where not these)::integer from sampled`,
    bound.values,
  );
  const of = (part: string): CountRow[] => rows.filter((row) => row.part === part);
  return {
    terms: of('term'),
    totals: new Map(of('all').map((row) => [row.language, row])),
    sizes: [...of('texts'), ...of('read')],
  };
}

function oddsIn(language: TextLanguage, terms: readonly CountRow[], total: CountRow): DistinguishingWord[] {
  const words = terms
    .filter((row) => row.language === language)
    .map(({ term, these, those }) => ({ word: term ?? '', these, those }));
  const sizes = { these: total.these, those: total.those, background: total.these + total.those };
  return logOddsDirichlet(words, sizes).map((odds) => ({ ...odds, language, topics: [] }));
}

/** By how sure it is, for each language by itself: words of two languages are no rivals. */
function surest(
  odds: readonly DistinguishingWord[],
  first: number,
  least: number,
): Pick<DistinguishingWords, 'more' | 'less'> {
  const toOneSide = (sign: 1 | -1): DistinguishingWord[] => {
    const side = odds
      .filter(({ z, these, those }) => z * sign >= SURE && (sign > 0 ? these : those) >= least)
      .toSorted((a, b) => sign * (b.z - a.z) || (a.word < b.word ? -1 : 1));
    return withoutRepeats(side, (word) => (sign > 0 ? word.these : word.those), first).map((word) => ({
      ...word,
      topics: topicsIn(word.word, word.language),
    }));
  };
  return { more: toOneSide(1), less: toOneSide(-1) };
}

/**
 * Which words tell these texts from those: log-odds with an informative Dirichlet prior (`logOddsDirichlet`), a text counting once
 * for each of its terms, within each language. Nothing where either side is empty. Bounded: see MOST_TEXTS.
 */
export async function distinguishingWords(db: Queryable, request: WordsRequest): Promise<DistinguishingWords> {
  const { terms, totals, sizes } = await countTerms(db, request);
  const first = request.first ?? USUAL_WORDS;
  const least = Math.max(LEAST_TEXTS, request.least ?? 0);
  const languages = [...totals].filter(([, { these, those }]) => these > 0 && those > 0);
  const sides = languages.map(([language, total]) =>
    surest(oddsIn(language as TextLanguage, terms, total), first, least),
  );
  const sideOf = (side: 'these' | 'those'): SideOfTexts => ({
    texts: sizes[0]?.[side] ?? 0,
    read: sizes[1]?.[side] ?? 0,
  });
  const together = (direction: 'more' | 'less'): DistinguishingWord[] =>
    sides.flatMap((side) => side[direction]).toSorted((a, b) => Math.abs(b.z) - Math.abs(a.z));
  return { more: together('more'), less: together('less'), these: sideOf('these'), those: sideOf('those') };
}
