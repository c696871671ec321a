import type { Dimension, LocalizedText, Role, Scope } from '../../vocabulary/index.ts';
import type { MetricId } from '../catalogue.ts';
import type { Interval } from '../../statistics/index.ts';
import type { MetricUnit, Polarity, Target } from '../grammar.ts';

export type { Interval };

export const grains = ['TOTAL', 'DAY', 'WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const;
export type Grain = (typeof grains)[number];
export const comparisonKinds = [
  'PREVIOUS_PERIOD',
  'SAME_PERIOD_LAST_YEAR',
  'SAME_WEEKDAYS_LAST_YEAR',
  'SAME_DAYS_OF_EVENT',
  'GIVEN_PERIOD',
] as const;
export type ComparisonKind = (typeof comparisonKinds)[number];
export type TargetStatus = 'MET' | 'MISSED' | 'TOO_FEW' | 'NO_TARGET';
export type Verdict = 'BETTER' | 'WORSE' | 'NEUTRAL' | 'NOISE' | 'UNKNOWN';
/** REMAINDER: the rows of the denominator that are not in the numerator, e.g. the broken promises. */
export type MetricPart = 'NUMERATOR' | 'DENOMINATOR' | 'REMAINDER';

/** Both days inclusive, `YYYY-MM-DD` in the shop's zone. */
export interface Period {
  from: string;
  to: string;
}

export interface DimensionFilter {
  dimension: Dimension;
  /** The order carries one of these; `''` = carries no value. */
  in?: string[] | null;
  /** The order carries none of these. */
  notIn?: string[] | null;
}

export interface MetricRequest {
  metrics: MetricId[];
  period: Period;
  grain?: Grain | null;
  by?: Dimension[] | null;
  where?: DimensionFilter[] | null;
  compare?: ComparisonKind[] | null;
  /** What SAME_DAYS_OF_EVENT is aligned to: one comparison for each. */
  events?: string[] | null;
  /** The earlier days of GIVEN_PERIOD. */
  against?: Period | null;
  /** Series at most for each metric, the largest sample of the first metric first. */
  limit?: number | null;
  version?: number | null;
}

export interface MetricAccess {
  role: Role;
  /** The rows a lead sees; absent or null: every row. */
  scope?: Scope | null;
}

/** The rows behind one figure: the same filter as the figure's, without a grain. */
export interface MetricRowsRequest {
  metric: MetricId;
  part: MetricPart;
  period: Period;
  where?: DimensionFilter[] | null;
}

/** The event by which days of two years meet. */
export interface ComparedEvent {
  code: string;
  label: LocalizedText;
  day: string;
  earlierDay: string;
}

export interface MetricComparison {
  kind: ComparisonKind;
  event: ComparedEvent | null;
  period: Period;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  sample: number | null;
  change: number | null;
  changeRatio: number | null;
  changeInterval: Interval | null;
  significant: boolean | null;
  verdict: Verdict;
}

/** Where a young figure will end, as the shop's own delays tell. */
export interface CompletedEstimate {
  value: number;
  low: number;
  high: number;
  /** Of what these days will bring, 0 … 1. */
  shareKnown: number;
  method: string;
  described: LocalizedText;
}

export interface MetricPoint {
  bucket: string;
  bucketEnd: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
  sample: number;
  interval: Interval | null;
  status: TargetStatus;
  suppressed: boolean;
  approximate: boolean;
  mature: boolean;
  /** null: mature, or nothing learned to tell it by. */
  completed: CompletedEstimate | null;
  partial: boolean;
  comparisons: MetricComparison[];
}

export interface DimensionValue {
  dimension: Dimension;
  /** null: the orders that carry none. */
  value: string | null;
  label: LocalizedText;
}

export interface MetricHead {
  id: MetricId;
  title: LocalizedText;
  unit: MetricUnit;
  decimals: number;
  polarity: Polarity;
  version: number;
  currency: string | null;
  target: Target | null;
}

export interface MetricSeries {
  metric: MetricHead;
  key: DimensionValue[];
  /** The shops it stands for in whole; none where it is cut or filtered by anything else. */
  shops: string[];
  points: MetricPoint[];
}

export interface RelationRead {
  relation: string;
  /** About how many of its rows, by PostgreSQL's own estimate. */
  rows: number;
}

/** What an asker may cost; without it nothing is refused. */
export interface MetricBounds {
  /** Rows of facts one question may go through, over its period and comparisons. */
  mostFactRows?: number;
}

export interface MetricExplain {
  metric: MetricId;
  servedBy: string;
  /** What it went through to be answered, every relation once; empty where that cannot be told before. */
  reads: RelationRead[];
  reason: LocalizedText;
  /** What shops asked do not deliver, so that the figure is unknown there; null: nothing is missing. Also part of `reason`. */
  untold: LocalizedText | null;
  slicesAddUp: boolean;
  /** Orders without a known buyer, which customer metrics leave out; null for the other metrics. */
  unidentifiedOrders: number | null;
}

export interface MetricAnswer {
  series: MetricSeries[];
  truncatedSeries: number;
  /** The last order day loaded of the shops asked; null before the first load. */
  asOf: string | null;
  dataVersion: string;
  period: Period;
  grain: Grain;
  explain: MetricExplain[];
}
