import type { Interval } from './interval.ts';
import { Z95 } from './normal.ts';

/**
 * By how much one share is larger than another, relative to it: the risk ratio less one, its interval on the logarithmic scale (Katz,
 * Baptista, Azen and Pike, Biometrics 34, 1978). Null without both counts.
 */
export function relativeDifference(
  a: { part: number; whole: number },
  b: { part: number; whole: number },
): { value: number; interval: Interval } | null {
  if (a.part <= 0 || b.part <= 0 || a.whole <= 0 || b.whole <= 0) return null;
  const ratio = a.part / a.whole / (b.part / b.whole);
  const half = Z95 * Math.sqrt(1 / a.part - 1 / a.whole + 1 / b.part - 1 / b.whole);
  return {
    value: ratio - 1,
    interval: { low: ratio * Math.exp(-half) - 1, high: ratio * Math.exp(half) - 1, method: 'katz-log' },
  };
}
