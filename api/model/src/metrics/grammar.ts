import type { Dimension, LocalizedText } from '../vocabulary/index.ts';
import type { Fact } from './facts.ts';
import type { KnownName } from './feeds/feeds.ts';
import type { Sql } from './sql.ts';

export type MetricArea =
  | 'DEMAND'
  | 'PROMISE'
  | 'VOICE'
  | 'LOYALTY'
  | 'SHOPPING'
  | 'SERVICE'
  | 'COMPLAINTS'
  | 'RETURNS'
  | 'REPUTATION'
  | 'PRODUCTS'
  | 'COST';
export type MetricUnit =
  | 'COUNT'
  | 'MONEY'
  | 'PERCENT'
  | 'PER_10K'
  | 'DAYS'
  | 'HOURS'
  | 'MINUTES'
  | 'SECONDS'
  | 'SCORE'
  | 'INDEX';
export type Polarity = 'HIGHER_IS_BETTER' | 'LOWER_IS_BETTER' | 'NEUTRAL';
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
  /** What a quotient is multiplied by: out of ten thousand. */
  times?: number;
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

/** Rows of a fact by one of its clocks. */
export interface Over {
  fact: Fact;
  clock: string;
}

/** Outcomes that become known later than the day their rows are dated by: which, how many or how much, and on which day (over rows `j` and their shop `s`). */
export interface Outcome extends Over {
  count: Counted | { amount: Sql };
  day: Sql;
}

/**
 * How a figure ripens. Without `whole` its denominator is known from the first day. Where both are known by the same day, a row is
 * decided on it: above the line or not.
 */
export interface KnownOn {
  part: Outcome;
  whole?: Outcome;
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
  /** The name of one of the fact's clocks. */
  clock: string;
  /** What a shop must tell, besides the rows themselves, for silence to mean that nothing happened; else the figure is unknown. */
  needs?: readonly KnownName[];
  unit: Unit;
  better: 'higher' | 'lower' | 'neither';
  target?: { atLeast: number } | { atMost: number };
  minSample: number;
  /** Days until 95 % of its outcomes are known, where the shop's own history is too short to tell. */
  maturesAfterDays: number;
  /** Absent: nothing comes later, or it cannot be told when; then `maturesAfterDays` holds. */
  knownOn?: KnownOn;
  /** What it meant before, the oldest first. */
  earlier?: readonly EarlierVersion[];
  /** Of orders: kept beside the rollup that every load writes, in one that is made after it. */
  rolledUp?: 'apart';
}

/** `order`: every order of the customer; `valid_day`: the distinct days on which the customer has a valid order. */
export type Chain = 'order' | 'valid_day';

/** The closed set of kinds: what a metric computes decides its SQL, its rollup, its interval and its rows. */
export type KindSpec =
  | { kind: 'count'; count: Counted }
  | { kind: 'sum'; amount: Amount }
  | { kind: 'mean'; amount: Amount; whole: Counted }
  | { kind: 'ratio'; part: Counted; whole: Counted } // the part is counted among the rows of the whole, so it is a share
  | { kind: 'rate'; part: Counted; whole: Counted } // events of the rows of the whole: a row may bring several
  | { kind: 'index'; plus: Sql; minus: Sql; whole: Sql } // 100 × (share of plus − share of minus), as NPS
  | { kind: 'percentile'; value: Sql; at: number; whole: Sql }
  // the level at the end of a bucket: all signed changes up to it, or a ratio of two; of money, the things it is for are its sample;
  // a ratio of `amounts` has no interval: its points were not drawn one by one
  | { kind: 'stock'; among?: Sql; change: Sql; whole?: Sql; things?: Sql; amounts?: true }
  | { kind: 'customers'; where: Sql | 'every row' } // distinct customers of the rows
  | { kind: 'customer_share'; part: Sql; whole: Sql | 'every row' } // customers with a row of the part / customers with one of the whole
  | { kind: 'per_customer'; amount: Sql; whole: Sql | 'every row' } // an amount / the distinct customers of its rows
  | { kind: 'across'; part: Counted | { amount: Amount }; per: Over & { count: Counted } } // of two facts, each by its own clock
  | { kind: 'distinct'; chain: Chain }
  | { kind: 'repeat'; chain: Chain } // customers with ≥ 2 links of the chain in the period / customers with ≥ 1
  | { kind: 'repurchase'; withinDays: number }
  | { kind: 'retention'; month: number } // of the customers who first bought in a month, those who bought in the so-many-th month after it
  | { kind: 'depth'; orders: number } // of first-time customers, those with so many valid orders by now
  | { kind: 'survival'; byDay: number }; // share of first-time customers back by that day, those still under observation kept (Kaplan–Meier)

/** Orders of a customer are told apart up to so many. */
export const DEEPEST = 10;

/** Asked of first-time customers, each dated by the first valid order. */
export const followsFirstOrder = ({ kind }: KindSpec): boolean =>
  ['repurchase', 'retention', 'depth', 'survival'].includes(kind);

/**
 * A definition that was in force before: of the same kind, over the same fact and clock (another clock is another metric), so that
 * both can be held against the same rows.
 */
export type EarlierVersion = Pick<
  Common,
  'version' | 'since' | 'description' | 'numerator' | 'denominator' | 'needs'
> & {
  /** Why the next version replaced it. */
  replaced: LocalizedText;
} & Extract<KindSpec, { kind: 'count' | 'sum' | 'mean' | 'ratio' | 'rate' }>;

/** What readers are told: distinct customers are DISTINCT whatever they are counted from. */
export type MetricKind = Uppercase<Exclude<KindSpec['kind'], 'customers'>>;

export type MetricDeclaration = Common & KindSpec;

/** These count people, so rows without a known customer are left out. */
export const countsCustomers = (metric: KindSpec): boolean =>
  ['distinct', 'repeat', 'customers', 'customer_share', 'per_customer'].includes(metric.kind) ||
  followsFirstOrder(metric);

/** A share of the whole: what is not in the part is left over. */
export const isShare = (metric: MetricDeclaration): boolean =>
  ['ratio', 'repeat', 'repurchase', 'retention', 'depth', 'customer_share'].includes(metric.kind) ||
  (metric.kind === 'stock' && metric.whole !== undefined && metric.unit.name === 'PERCENT');

/** The many-valued dimensions whose slices hold only their own money. */
export function withinOf(metric: KindSpec): readonly Dimension[] {
  if (metric.kind === 'sum' || metric.kind === 'mean') return metric.amount.within ?? [];
  if (metric.kind !== 'across' || metric.part === 'every row' || !('amount' in metric.part)) return [];
  return metric.part.amount.within ?? [];
}

/** Declares one metric; the literal id becomes part of the type of the catalogue, and the clock is one of the fact's. */
export const defineMetric = <const Id extends string, F extends Fact>(
  declaration: MetricDeclaration & { id: Id; fact: F; clock: keyof F['clocks'] },
): MetricDeclaration & { id: Id } => declaration;

export const count: Unit = { name: 'COUNT', decimals: 0, per: 1 };
export const money: Unit = { name: 'MONEY', decimals: 2, per: 'minor units' };
export const percent = (decimals: number): Unit => ({ name: 'PERCENT', decimals, per: 1 });
export const score: Unit = { name: 'SCORE', decimals: 2, per: 1 };
/** Durations are stored in seconds. */
export const daysOfSeconds: Unit = { name: 'DAYS', decimals: 1, per: 86_400 };
export const wholeDays: Unit = { name: 'DAYS', decimals: 1, per: 1 };
export const hoursOfSeconds: Unit = { name: 'HOURS', decimals: 1, per: 3_600 };
export const minutesOfSeconds: Unit = { name: 'MINUTES', decimals: 1, per: 60 };
export const secondsOfMs: Unit = { name: 'SECONDS', decimals: 2, per: 1_000 };
export const seconds: Unit = { name: 'SECONDS', decimals: 0, per: 1 };
export const per10k: Unit = { name: 'PER_10K', decimals: 1, per: 1, times: 10_000 };
/** Things a row brings on average: hubs a parcel, transfers a case. */
export const countPerRow: Unit = { name: 'COUNT', decimals: 2, per: 1 };
/** −100 … 100. */
export const index: Unit = { name: 'INDEX', decimals: 1, per: 1, times: 100 };
