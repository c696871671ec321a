// The shape in which a metrics answer reaches pages: api/schema.graphql, restated so that pure code needs no generated file.
// `charts` and `format` may not import this module; their props are structural and a MetricPoint fits them.

export type Lang = 'en' | 'zh';
export type Grain = 'TOTAL' | 'DAY' | 'WEEK' | 'MONTH' | 'QUARTER' | 'YEAR';
export type ComparisonKind =
  | 'PREVIOUS_PERIOD'
  | 'SAME_PERIOD_LAST_YEAR'
  | 'SAME_WEEKDAYS_LAST_YEAR'
  | 'SAME_DAYS_OF_EVENT'
  | 'GIVEN_PERIOD';
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
export type TargetStatus = 'MET' | 'MISSED' | 'TOO_FEW' | 'NO_TARGET';
export type Verdict = 'BETTER' | 'WORSE' | 'NEUTRAL' | 'NOISE' | 'UNKNOWN';

export interface LocalizedText {
  en: string;
  zh: string;
}

/** Both days inclusive, `YYYY-MM-DD` in the shop's zone. */
export interface Period {
  from: string;
  to: string;
}

export interface Interval {
  low: number;
  high: number;
  method: string;
}

export interface MetricTarget {
  /** AT_LEAST or AT_MOST. */
  condition: string;
  value: number;
}

export interface MetricHead {
  id: string;
  title: LocalizedText;
  unit: MetricUnit;
  decimals: number;
  polarity: Polarity;
  version: number;
  currency?: string | null;
  target?: MetricTarget | null;
}

/** The event by which the days of two years meet. */
export interface ComparedEvent {
  code: string;
  label: LocalizedText;
  day: string;
  earlierDay: string;
}

export interface MetricComparison {
  kind: ComparisonKind;
  event?: ComparedEvent | null;
  period: Period;
  value?: number | null;
  numerator?: number | null;
  denominator?: number | null;
  sample?: number | null;
  /** value − compared value; shares stay in 0..1. */
  change?: number | null;
  changeRatio?: number | null;
  changeInterval?: Interval | null;
  significant?: boolean | null;
  verdict: Verdict;
}

export interface MetricPoint {
  /** First and last day of the bucket inside the period. */
  bucket: string;
  bucketEnd: string;
  /** null is "nothing to measure": a gap, never 0. */
  value?: number | null;
  numerator?: number | null;
  denominator?: number | null;
  sample: number;
  interval?: Interval | null;
  status: TargetStatus;
  suppressed: boolean;
  approximate: boolean;
  mature: boolean;
  /** Where a young figure will end, as the shop's own delays tell. */
  completed?: { value: number; low: number; high: number; shareKnown: number } | null;
  partial: boolean;
  comparisons: MetricComparison[];
}

export interface DimensionValue {
  dimension: string;
  /** null: the rows that carry no value. */
  value?: string | null;
  label: LocalizedText;
}

/** How a later load moved what had been published of a closed month. */
export interface FigureChange {
  id: string;
  month: Period;
  before: { value?: number | null };
  after: { value?: number | null };
  causeTitle: LocalizedText;
  source: string;
  runId: string;
  changedAt: string;
}

export interface MetricSeries {
  metric: MetricHead;
  key: DimensionValue[];
  /** Of the closed months its days lie in, latest first; absent where they were not asked for. */
  revisions?: FigureChange[];
  points: MetricPoint[];
}

export interface MetricExplain {
  metric: string;
  servedBy: string;
  /** About how many rows of each relation were gone through; absent where it was not asked. */
  reads?: { relation: string; rows: number }[];
  reason: LocalizedText;
  slicesAddUp: boolean;
  unidentifiedOrders?: number | null;
}

export interface MetricAnswer {
  series: MetricSeries[];
  truncatedSeries: number;
  asOf?: string | null;
  dataVersion: string;
  period: Period;
  grain: Grain;
  explain: MetricExplain[];
}

/** The series of one metric; without a key the total. */
export function seriesOf(answer: MetricAnswer, metric: string, value?: string | null): MetricSeries | undefined {
  return answer.series.find(
    (series) => series.metric.id === metric && (value === undefined || (series.key[0]?.value ?? null) === value),
  );
}

/** Every series of one metric, in the order the API ranked its slices. */
export function slicesOf(answer: MetricAnswer, metric: string): MetricSeries[] {
  return answer.series.filter((series) => series.metric.id === metric);
}

export function comparisonOf(point: MetricPoint | undefined, kind: ComparisonKind): MetricComparison | undefined {
  return point?.comparisons.find((comparison) => comparison.kind === kind);
}
