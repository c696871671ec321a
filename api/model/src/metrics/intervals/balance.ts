import type { Interval } from '../answer/types.ts';
import type { Moments } from './intervals.ts';
import { Z95 } from './normal.ts';

/** plus − minus over all: (p + d − (p − d)²) / n is the variance of its mean, squares being plus + minus. */
const variance = ({ sum, squares, n }: Moments): number => Math.max(0, squares / n - (sum / n) ** 2) / n;

/** Of a share of promoters minus a share of detractors, −1 … 1: the textbook interval of NPS. */
export function balanceInterval(moments: Moments): Interval | null {
  if (moments.n <= 0) return null;
  const value = moments.sum / moments.n;
  const half = Z95 * Math.sqrt(variance(moments));
  return { low: Math.max(-1, value - half), high: Math.min(1, value + half), method: 'nps-normal' };
}

export function balanceDifference(a: Moments, b: Moments): Interval | null {
  if (a.n <= 0 || b.n <= 0) return null;
  const difference = a.sum / a.n - b.sum / b.n;
  const half = Z95 * Math.sqrt(variance(a) + variance(b));
  return { low: difference - half, high: difference + half, method: 'nps-normal' };
}
