import type { Interval } from './interval.ts';
import type { Moments } from './intervals.ts';
import { Z95 } from './normal.ts';

/** plus − minus over all: (p + d − (p − d)²) / n is the variance of its mean, squares being plus + minus. */
const variance = ({ sum, squares, n }: Moments): number => Math.max(0, squares / n - (sum / n) ** 2) / n;

/** Answers that are all alike say nothing of how others would answer. */
const saysNothing = (moments: Moments): boolean => moments.n <= 0 || variance(moments) === 0;

/** Of a share of promoters minus a share of detractors, −1 … 1: the textbook interval of NPS; null where all answers are alike. */
export function balanceInterval(moments: Moments): Interval | null {
  if (saysNothing(moments)) return null;
  const value = moments.sum / moments.n;
  const half = Z95 * Math.sqrt(variance(moments));
  return { low: Math.max(-1, value - half), high: Math.min(1, value + half), method: 'nps-normal' };
}

export function balanceDifference(a: Moments, b: Moments): Interval | null {
  if (saysNothing(a) || saysNothing(b)) return null;
  const difference = a.sum / a.n - b.sum / b.n;
  const half = Z95 * Math.sqrt(variance(a) + variance(b));
  return { low: difference - half, high: difference + half, method: 'nps-normal' };
}
