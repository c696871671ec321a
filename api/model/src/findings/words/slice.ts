import {
  dimensionCondition,
  facts,
  idsBehind,
  type DimensionFilter,
  type FactName,
  type MetricRowsRequest,
  type Period,
} from '../../metrics/index.ts';

export const textKinds = ['REVIEW', 'CASE', 'MENTION'] as const;
/** What somebody wrote in. */
export type TextKind = (typeof textKinds)[number];

/** Which texts; all conditions must hold. */
export interface TextSlice {
  shop?: string | null;
  /** Days they were written, both inclusive. */
  period?: Period | null;
  /** By what they hang on: the order's region and carrier, the case's topic. A kind of text that lacks a dimension has no text in the slice. */
  where?: DimensionFilter[] | null;
  /** The rows behind a figure that counts reviews, cases or mentions. */
  behind?: MetricRowsRequest | null;
  /** Reviews of so many stars at least, and at most; other texts have none. */
  minScore?: number | null;
  maxScore?: number | null;
}

interface TextSource {
  fact: FactName;
  relation: string;
  id: string;
  day: string;
  customer: string;
  score: string;
}

export const textSources: Record<TextKind, TextSource> = {
  REVIEW: {
    fact: 'reviews',
    relation: 'journey.review_journey',
    id: 'review_id',
    day: 'answered_on',
    customer: 'customer_id',
    score: 'j.score',
  },
  CASE: {
    fact: 'cases',
    relation: 'journey.case_journey',
    id: 'case_id',
    day: 'opened_on',
    customer: 'customer_id',
    score: 'null::integer',
  },
  MENTION: {
    fact: 'mentions',
    relation: 'journey.mention_facts',
    id: 'mention_id',
    day: 'mentioned_on',
    customer: 'mention_id',
    score: 'null::integer',
  },
};

/** Values of a statement, numbered as they come. */
export class Bound {
  readonly values: unknown[] = [];

  add(value: unknown): string {
    this.values.push(value);
    return `$${this.values.length}`;
  }

  /** Text that numbered its own values from `next` on. */
  take({ sql, params }: { sql: string; params: unknown[] }): string {
    this.values.push(...params);
    return sql;
  }

  get next(): number {
    return this.values.length + 1;
  }
}

/** Does every row of the kind tell what the filters ask? */
const carries = (fact: FactName, where: readonly DimensionFilter[]): boolean => {
  const carried: Readonly<Record<string, unknown>> = facts.find(({ name }) => name === fact)?.dimensions ?? {};
  return where.every(({ dimension }) => dimension in carried);
};

/** The condition on rows `j` of the kind's relation that puts a text into the slice. */
export function inSlice(kind: TextKind, slice: TextSlice, bound: Bound): string {
  const { fact, id, day, score } = textSources[kind];
  if (slice.where && !carries(fact, slice.where)) return 'false';
  const conditions: string[] = [];
  if (slice.shop) conditions.push(`j.shop = ${bound.add(slice.shop)}::text`);
  if (slice.period)
    conditions.push(`j.${day} between ${bound.add(slice.period.from)}::date and ${bound.add(slice.period.to)}::date`);
  if (slice.where?.length) conditions.push(`(${bound.take(dimensionCondition(slice.where, bound.next, fact))})`);
  if (slice.behind) conditions.push(`j.${id} in (${bound.take(idsBehind(fact, slice.behind, bound.next))})`);
  if (slice.minScore) conditions.push(`${score} >= ${bound.add(slice.minScore)}::integer`);
  if (slice.maxScore) conditions.push(`${score} <= ${bound.add(slice.maxScore)}::integer`);
  return conditions.length === 0 ? 'true' : conditions.join(' and ');
}
