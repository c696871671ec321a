import type { Queryable } from '../../schema/index.ts';
import { newcombeDifference, studentMean, wilson, type Interval } from '../../statistics/index.ts';
import type { LocalizedText } from '../../vocabulary/index.ts';
import { aspects } from './rules/aspects.ts';
import type { TextRule } from './rules/rule.ts';
import { topics } from './rules/topics.ts';
import { Bound, type TextKind, type TextSlice } from './slice.ts';
import { textsIn } from './texts-in.ts';

export interface SubjectsRequest {
  texts?: readonly TextKind[] | null;
  these: TextSlice;
  /** What shares are held against; absent: nothing. */
  those?: TextSlice | null;
}

/** An aspect or a topic, in the texts of a slice. */
export interface Subject {
  code: string;
  label: LocalizedText;
  means: LocalizedText;
  /** Texts that speak of it. */
  texts: number;
  /** Of all texts of the slice; null: there are none. */
  share: number | null;
  shareInterval: Interval | null;
  /** The mean of the stars of reviews that speak of it; null: none has stars. */
  score: number | null;
  scoreInterval: Interval | null;
  scored: number;
  /** Of those reviews, with one or two stars. */
  bad: number;
  badShare: number | null;
  badInterval: Interval | null;
  /** The share among the texts it is compared with, and the difference; null without such texts. */
  otherShare: number | null;
  difference: number | null;
  differenceInterval: Interval | null;
}

export interface Subjects {
  aspects: Subject[];
  topics: Subject[];
  /** Texts of the slice, and of what it is compared with (null: with nothing). */
  texts: number;
  otherTexts: number | null;
  /** Mean stars of all reviews of the slice that hold a word. */
  score: number | null;
  scored: number;
}

interface Row {
  side: 'these' | 'those';
  part: 'aspect' | 'topic' | 'all';
  code: string;
  texts: number;
  scored: number;
  sum: number;
  squares: number;
  bad: number;
}

const FIGURES = `count(*)::integer as texts, count(score)::integer as scored, coalesce(sum(score), 0)::integer as sum, coalesce(sum(score * score), 0)::integer as squares, (count(*) filter (where score <= 2))::integer as bad`;
const figuresOf = (side: Row['side']): string => `
  select '${side}' as side, 'all' as part, '' as code, ${FIGURES} from ${side}
  union all select '${side}', 'aspect', code, ${FIGURES} from ${side}, unnest(aspects) code group by code
  union all select '${side}', 'topic', code, ${FIGURES} from ${side}, unnest(topics) code group by code`;

async function readRows(db: Queryable, { texts, these, those }: SubjectsRequest): Promise<Row[]> {
  const bound = new Bound();
  const here = textsIn(these, texts, bound);
  const there = those
    ? `, those as materialized (select aspects, topics, score from (${textsIn(those, texts, bound)}) t)`
    : '';
  const { rows } = await db.query<Row>(
    `/* subjects of texts */ with these as materialized (select aspects, topics, score from (${here}) t)${there} ${figuresOf('these')}${those ? ` union all ${figuresOf('those')}` : ''}`,
    bound.values,
  );
  return rows;
}

const nothing = { texts: 0, scored: 0, sum: 0, squares: 0, bad: 0 };
type Figures = Omit<Row, 'side' | 'part' | 'code'>;

const shareOf = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

function subjectOf(
  { code, label, means }: TextRule,
  own: Figures,
  all: Figures,
  other: { own: Figures; all: Figures } | null,
): Subject {
  const share = shareOf(own.texts, all.texts);
  const otherShare = other && shareOf(other.own.texts, other.all.texts);
  const isCompared = other !== null && share !== null && otherShare !== null;
  return {
    code,
    label,
    means,
    texts: own.texts,
    share,
    shareInterval: wilson(own.texts, all.texts),
    score: shareOf(own.sum, own.scored),
    scoreInterval: studentMean({ n: own.scored, sum: own.sum, squares: own.squares }),
    scored: own.scored,
    bad: own.bad,
    badShare: shareOf(own.bad, own.scored),
    badInterval: wilson(own.bad, own.scored),
    otherShare,
    difference: isCompared ? share - otherShare : null,
    differenceInterval: isCompared
      ? newcombeDifference({ part: own.texts, whole: all.texts }, { part: other.own.texts, whole: other.all.texts })
      : null,
  };
}

/** What the texts of a slice speak of, by the maintained rules: how often, and with how many stars. The most frequent first. */
export async function subjectsOf(db: Queryable, request: SubjectsRequest): Promise<Subjects> {
  const rows = await readRows(db, request);
  const find = (side: Row['side'], part: Row['part'], code = ''): Figures =>
    rows.find((row) => row.side === side && row.part === part && row.code === code) ?? nothing;
  const all = find('these', 'all');
  const otherAll = request.those ? find('those', 'all') : null;
  const listOf = (part: 'aspect' | 'topic', rules: readonly TextRule[]): Subject[] =>
    rules
      .map((rule) =>
        subjectOf(
          rule,
          find('these', part, rule.code),
          all,
          otherAll && { own: find('those', part, rule.code), all: otherAll },
        ),
      )
      .toSorted((a, b) => b.texts - a.texts || (a.code < b.code ? -1 : 1));
  return {
    aspects: listOf('aspect', aspects),
    topics: listOf('topic', topics),
    texts: all.texts,
    otherTexts: otherAll && otherAll.texts,
    score: shareOf(all.sum, all.scored),
    scored: all.scored,
  };
}
