import type { Queryable } from '../../schema/index.ts';
import { wilson, type Interval, type WordCount } from '../../statistics/index.ts';
import { learnPolarity, polarityOf, toneOf, type Polarity, type Tone } from './polarity.ts';
import { Bound, textKinds, type TextKind, type TextSlice } from './slice.ts';
import { textsIn } from './texts-in.ts';

/** Reviews of each side that are learned from, and texts whose tone is told, at most: an even sample of more. */
const MOST_LEARNED = 15_000;
const MOST_TOLD = 20_000;
/** With fewer bad or good reviews nothing is learned. */
const LEAST_LEARNED = 50;

export interface Recognised {
  part: number;
  whole: number;
  share: number;
  interval: Interval | null;
}

export interface ToneOfKind {
  kind: TextKind;
  texts: number;
  good: number;
  bad: number;
  neither: number;
  badInterval: Interval | null;
}

export interface ToneOfTexts {
  /** Reviews it was learned from. */
  learnedFrom: { good: number; bad: number };
  /** Tried on the half it was not learned from: of its good reviews, and of its bad ones, those it recognised. */
  good: Recognised;
  bad: Recognised;
  kinds: ToneOfKind[];
  /** Words that weigh most, best first, and worst first. */
  bestWords: string[];
  worstWords: string[];
}

interface Labelled {
  terms: string[];
  isGood: boolean;
  /** Which half, by the id. */
  isOdd: boolean;
}

async function labelledReviews(db: Queryable, shop: string | null | undefined): Promise<Labelled[]> {
  const { rows } = await db.query<Labelled>(
    `/* reviews to learn from */ with rated as (
       select r.customer_id, r.id, coalesce(r.first_score, r.score) >= 4 as good, row_number() over (partition by coalesce(r.first_score, r.score) >= 4 order by right(r.id::text, 12)) as nth
       from core.reviews r where r.deleted_at is null and coalesce(r.first_score, r.score) <> 3 and ($1::text is null or r.shop = $1) and coalesce(r.source, 'written') = 'written'
         and exists (select from journey.text_words w where w.customer_id = r.customer_id and w.kind = 'review' and w.id = r.id and w.terms <> '{}')
     ) select w.terms, r.good as "isGood", get_byte(uuid_send(r.id), 15) % 2 = 1 as "isOdd"
     from rated r join journey.text_words w on w.customer_id = r.customer_id and w.kind = 'review' and w.id = r.id where r.nth <= ${MOST_LEARNED}`,
    [shop ?? null],
  );
  return rows;
}

export function learnFrom(texts: readonly { terms: readonly string[]; isGood: boolean }[]): Polarity {
  const counts = new Map<string, WordCount>();
  for (const { terms, isGood } of texts) {
    for (const word of terms) {
      const count = counts.get(word) ?? { word, these: 0, those: 0 };
      if (isGood) count.these += 1;
      else count.those += 1;
      counts.set(word, count);
    }
  }
  const good = texts.filter(({ isGood }) => isGood).length;
  return learnPolarity([...counts.values()], { good, bad: texts.length - good });
}

/** Learned on each half, tried on the other. */
function tryOn(texts: readonly Labelled[], isGood: boolean): Recognised {
  let [part, whole] = [0, 0];
  for (const isOdd of [true, false]) {
    const learned = learnFrom(texts.filter((text) => text.isOdd === isOdd));
    const tried = texts.filter((text) => text.isOdd !== isOdd && text.isGood === isGood);
    whole += tried.length;
    part += tried.filter(({ terms }) => polarityOf(terms, learned) > 0 === isGood).length;
  }
  return { part, whole, share: whole > 0 ? part / whole : 0, interval: wilson(part, whole) };
}

async function tonesOf(db: Queryable, kind: TextKind, slice: TextSlice, polarity: Polarity): Promise<ToneOfKind> {
  const bound = new Bound();
  const { rows } = await db.query<{ terms: string[] }>(
    `/* tone of texts */ select t.terms from (${textsIn(slice, [kind], bound)}) t order by right(t.id::text, 12) limit ${MOST_TOLD}`,
    bound.values,
  );
  const tones = rows.map(({ terms }) => toneOf(terms, polarity));
  const count = (tone: Tone): number => tones.filter((one) => one === tone).length;
  const bad = count('BAD');
  return {
    kind,
    texts: tones.length,
    good: count('GOOD'),
    bad,
    neither: count('NEITHER'),
    badInterval: wilson(bad, tones.length),
  };
}

const MOST_WORDS = 12;
function heaviest({ weights }: Polarity, sign: 1 | -1): string[] {
  return [...weights]
    .filter(([, weight]) => weight * sign > 0)
    .toSorted(([, a], [, b]) => sign * (b - a))
    .slice(0, MOST_WORDS)
    .map(([word]) => word);
}

/** How texts without stars sound, by the words of this shop's reviews with stars; null: too few of them to learn from. */
export async function toneOfTexts(
  db: Queryable,
  slice: TextSlice,
  texts: readonly TextKind[] = textKinds,
): Promise<ToneOfTexts | null> {
  const labelled = await labelledReviews(db, slice.shop);
  const good = labelled.filter(({ isGood }) => isGood).length;
  if (good < LEAST_LEARNED || labelled.length - good < LEAST_LEARNED) return null;
  const polarity = learnFrom(labelled);
  const kinds: ToneOfKind[] = [];
  for (const kind of texts) kinds.push(await tonesOf(db, kind, slice, polarity));
  return {
    learnedFrom: { good, bad: labelled.length - good },
    good: tryOn(labelled, true),
    bad: tryOn(labelled, false),
    kinds,
    bestWords: heaviest(polarity, 1),
    worstWords: heaviest(polarity, -1),
  };
}
