// The little arithmetic that cards need, kept out of components: components draw, this decides.

import type { MetricComparison, MetricHead, MetricPoint, MetricTarget } from './types.ts';

export type StatusTone = 'good' | 'bad' | 'none';

export interface TargetReading {
  tone: StatusTone;
  target: MetricTarget;
  /** How far the value is on the wrong side, in the metric's own unit; 0 where the target is met. */
  short: number;
}

export function readTarget(head: MetricHead, point: MetricPoint | undefined): TargetReading | undefined {
  const target = head.target;
  if (!target || !point || point.value === null || point.value === undefined) return undefined;
  if (point.status === 'MET') return { tone: 'good', target, short: 0 };
  if (point.status !== 'MISSED') return undefined;
  return { tone: 'bad', target, short: Math.abs(target.value - point.value) };
}

/** A target missed by less than the shown decimals is still missed: one more decimal, so that no miss reads "0.0". */
export const shortDecimals = (head: MetricHead, short: number): number =>
  head.unit === 'PERCENT' && short < 0.0005 ? head.decimals + 1 : head.decimals;

/** Counts and money are compared relatively: from nothing there is no change to tell. */
export function hasChange(head: MetricHead, comparison: MetricComparison): boolean {
  const told = head.unit === 'COUNT' || head.unit === 'MONEY' ? comparison.changeRatio : comparison.change;
  return told !== null && told !== undefined;
}

export type ChangeTone = 'good' | 'bad' | 'flat';

const tones: Record<MetricComparison['verdict'], ChangeTone> = {
  BETTER: 'good',
  WORSE: 'bad',
  NEUTRAL: 'flat',
  NOISE: 'flat',
  UNKNOWN: 'flat',
};

/** Polarity decides the colour, and only of a change that is more than noise. */
export const changeTone = (comparison: MetricComparison): ChangeTone => tones[comparison.verdict];

/** A point's own period inside the series, as the filter of a drill. */
export const pointPeriod = (point: MetricPoint): { from: string; to: string } => ({
  from: point.bucket,
  to: point.bucketEnd,
});

/** Rows that are counted and did not make it into the numerator. */
export const remainderOf = (point: MetricPoint): number | null =>
  point.denominator == null || point.numerator == null ? null : point.denominator - point.numerator;

/** Which rows of a ratio tell what went wrong: those that missed where more is better, those counted where less is. */
export function failingPart(head: MetricHead): 'REMAINDER' | 'NUMERATOR' | undefined {
  if (head.unit !== 'PERCENT') return undefined;
  return head.polarity === 'HIGHER_IS_BETTER'
    ? 'REMAINDER'
    : head.polarity === 'LOWER_IS_BETTER'
      ? 'NUMERATOR'
      : undefined;
}
