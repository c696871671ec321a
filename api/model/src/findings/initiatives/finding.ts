import type { Interval, MetricHead, Period } from '../../metrics/index.ts';
import type { LocalizedText } from '../../vocabulary/index.ts';
import type { Initiative } from './definition.ts';

export const effectVerdicts = ['EFFECT', 'NO_EFFECT', 'CANNOT_TELL'] as const;
export type EffectVerdict = (typeof effectVerdicts)[number];

/** Why it cannot be told. */
export const unknownReasons = {
  NO_METRIC: 'It names no metric that the catalogue has.',
  UNSUITED_METRIC: 'The metric is an amount or a level, not a rate, share, mean, index or percentile of its rows.',
  FOREIGN_DIMENSION: 'The metric cannot be cut by the dimension by which it was rolled out.',
  NO_SCOPE: 'It reached the whole shop, so nobody is left to compare with.',
  NO_START: 'It does not say when it began.',
  NOT_STARTED: 'It begins after the last day loaded.',
  WAITING: 'Outcomes of the days since its start are not known yet.',
  OVERLAP: 'Another programme reached the same groups in the same time.',
  NO_PRE_PERIOD: 'Nothing was measured before its start.',
  NO_TREATED: 'Nothing is measured of the groups it reached.',
  NO_CONTROLS: 'Fewer than two groups are left to compare with.',
  PRE_TREND: 'Before its start the groups it reached moved otherwise than the others.',
  SMALL_SAMPLE: 'Too few rows to tell an effect that would matter from chance.',
} as const;
export type UnknownReason = keyof typeof unknownReasons;

/** A figure with what it rests on. */
export interface Measured {
  value: number;
  numerator: number | null;
  rows: number;
}

/** What is known so many days after the start. */
export interface Horizon {
  /** null: all days known. */
  days: number | null;
  period: Period;
  /** All its outcomes are known. */
  complete: boolean;
  /** The day from which they are. */
  completeOn: string;
  effect: number | null;
  interval: Interval | null;
  relative: number | null;
  relativeInterval: Interval | null;
  verdict: EffectVerdict;
  treatedBefore: Measured | null;
  treatedAfter: Measured | null;
  controlBefore: Measured | null;
  controlAfter: Measured | null;
  placebo: { p: number; tried: number; exhaustive: boolean } | null;
  /** The smallest effect that 80 of 100 such studies would find. */
  detectable: number | null;
  /** Rows since the start among the groups reached that would do to find the effect that matters; null: no number of rows does. */
  rowsNeeded: number | null;
  degreesOfFreedom: number | null;
}

export interface ControlGroup {
  code: string;
  label: LocalizedText;
  before: Measured;
  after: Measured | null;
}

export const leftOutReasons = {
  OTHER_INITIATIVE: { en: 'another programme reached it', zh: '有另一项改进举措覆盖' },
  TOO_FEW: { en: 'too few rows', zh: '样本太少' },
  MOVED_OTHERWISE: { en: 'moved otherwise before the start', zh: '启动前走势不同' },
} as const satisfies Record<string, LocalizedText>;

export interface LeftOut {
  code: string;
  label: LocalizedText;
  reason: keyof typeof leftOutReasons;
  /** Of OTHER_INITIATIVE: which. */
  initiative: string | null;
}

export interface PreTrend {
  verdict: 'PARALLEL' | 'DIVERGING' | 'UNKNOWN';
  /** By how much the groups reached moved more than the others, over 90 days before the start. */
  drift: number | null;
  interval: Interval | null;
}

export interface TrendPoint {
  from: string;
  to: string;
  offset: number;
  treated: Measured | null;
  control: Measured | null;
}

export interface Return {
  currency: string;
  /** What it cost in all. */
  costMinor: number;
  /** Outcomes it brought since its start (lost, where below 0), with the interval of the effect. */
  outcomes: number;
  outcomesLow: number;
  outcomesHigh: number;
  /** Cost of one of them; null where the effect is not told from nothing. */
  costPerOutcomeMinor: number | null;
  /** What one of them is worth in sales; null where the metric is not about orders that come back. */
  worthMinor: number | null;
  /** Sales they brought. */
  valueMinor: number | null;
  valueLowMinor: number | null;
  valueHighMinor: number | null;
}

export interface InitiativeFinding {
  initiative: Initiative;
  metric: MetricHead | null;
  verdict: EffectVerdict;
  reason: UnknownReason | null;
  /** true: for the better, as the metric's polarity says; null: no effect is told, or it is neither. */
  better: boolean | null;
  sentence: LocalizedText;
  remedy: LocalizedText | null;
  /** All days known, then 30, 60 and 90 days. */
  horizons: Horizon[];
  /** Of effects, the smallest that would matter; `claimed`: because it was claimed, else a tenth of what would have been. */
  matters: number | null;
  claimed: boolean;
  /** Those it was done in, as far as anything is measured of them. */
  reached: ControlGroup[];
  controls: ControlGroup[];
  leftOut: LeftOut[];
  overlaps: { code: string; label: LocalizedText; groups: string[] }[];
  preTrend: PreTrend;
  trend: TrendPoint[];
  money: Return | null;
  asOf: string | null;
  dataVersion: string;
}
