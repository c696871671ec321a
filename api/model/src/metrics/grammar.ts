import type { Dimension, LocalizedText } from '../vocabulary/index.ts';
import type { ClockName, Fact } from './facts.ts';
import type { Sql } from './sql.ts';

export type MetricArea = 'DEMAND' | 'PROMISE' | 'VOICE' | 'LOYALTY';
export type MetricKind = 'COUNT' | 'SUM' | 'MEAN' | 'RATIO' | 'DISTINCT' | 'REPEAT' | 'REPURCHASE' | 'PERCENTILE';
export type MetricUnit = 'COUNT' | 'MONEY' | 'PERCENT' | 'DAYS' | 'SCORE';
export type Polarity = 'HIGHER_IS_BETTER' | 'LOWER_IS_BETTER' | 'NEUTRAL';
export type Clock = 'ORDER_DATED' | 'DUE_DATED' | 'FIRST_ORDER_DATED';
export interface Target {
  condition: 'AT_LEAST' | 'AT_MOST';
  value: number;
}

/** How many things a row brings: one where the condition holds, or a whole number of them (`each`: reviews of an order). */
export type Counted = { where: Sql } | { each: Sql } | 'every row';

export interface Unit {
  name: MetricUnit;
  decimals: number;
  /** What the stored whole number is divided by; money by its currency's minor units. */
  per: number | 'minor units';
}

/**
 * An additive amount of a row, a whole number in stored units. `within`: the many-valued dimensions whose slices hold only their
 * own lines of it (`d.minor`); elsewhere a slice holds the whole amount of each order that carries the value.
 */
export interface Amount {
  value: Sql;
  /** Sum of squares where a row brings several values; else the square of `value`. */
  squares?: Sql;
  within?: readonly Dimension[];
}

interface Common {
  id: string;
  area: MetricArea;
  version: number;
  since: string;
  owner: string;
  title: LocalizedText;
  description: LocalizedText;
  /** What is counted, as a phrase. */
  numerator: LocalizedText;
  /** Out of what; absent for plain counts and sums. */
  denominator?: LocalizedText;
  notes?: readonly LocalizedText[];
  fact: Fact;
  clock: ClockName;
  unit: Unit;
  better: 'higher' | 'lower' | 'neither';
  target?: { atLeast: number } | { atMost: number };
  minSample: number;
  maturesAfterDays: number;
}

/** `order`: every order of the customer; `valid_day`: the distinct days on which the customer has a valid order. */
export type Chain = 'order' | 'valid_day';

/** The closed set of kinds: what a metric computes decides its SQL, its rollup, its interval and its rows. */
export type KindSpec =
  | { kind: 'count'; count: Counted }
  | { kind: 'sum'; amount: Amount }
  | { kind: 'mean'; amount: Amount; whole: Counted }
  | { kind: 'ratio'; part: Counted; whole: Counted } // the part is counted among the rows of the whole
  | { kind: 'distinct'; chain: Chain }
  | { kind: 'repeat'; chain: Chain } // customers with ≥ 2 links of the chain in the period / customers with ≥ 1
  | { kind: 'repurchase'; withinDays: number }
  | { kind: 'percentile'; value: Sql; at: number; whole: Sql };

export type MetricDeclaration = Common & KindSpec;

/** These count people, so orders without a known buyer are left out and counted apart. */
export const countsCustomers = ({ kind }: KindSpec): boolean =>
  kind === 'distinct' || kind === 'repeat' || kind === 'repurchase';

/** Declares one metric; the literal id becomes part of the type of the catalogue. */
export const defineMetric = <const Id extends string>(
  declaration: MetricDeclaration & { id: Id },
): MetricDeclaration & { id: Id } => declaration;

export const count: Unit = { name: 'COUNT', decimals: 0, per: 1 };
export const money: Unit = { name: 'MONEY', decimals: 2, per: 'minor units' };
export const percent = (decimals: number): Unit => ({ name: 'PERCENT', decimals, per: 1 });
export const score: Unit = { name: 'SCORE', decimals: 2, per: 1 };
/** Durations are stored in seconds. */
export const daysOfSeconds: Unit = { name: 'DAYS', decimals: 1, per: 86_400 };
export const wholeDays: Unit = { name: 'DAYS', decimals: 1, per: 1 };
