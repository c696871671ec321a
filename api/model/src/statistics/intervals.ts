import type { Interval } from './interval.ts';
import { Z95 } from './normal.ts';
import { t95 } from './student.ts';

/** Wilson's score interval of a share (Wilson 1927). */
export function wilson(part: number, whole: number): Interval | null {
  if (whole <= 0) return null;
  const p = part / whole;
  const z2 = Z95 ** 2;
  const centre = (p + z2 / (2 * whole)) / (1 + z2 / whole);
  const half = (Z95 * Math.sqrt((p * (1 - p)) / whole + z2 / (4 * whole ** 2))) / (1 + z2 / whole);
  // At 0 and 1 the bound is exact; arithmetic would leave it off by a rounding error.
  return { low: part === 0 ? 0 : centre - half, high: part === whole ? 1 : centre + half, method: 'wilson' };
}

export interface Moments {
  sum: number;
  squares: number;
  n: number;
}
const variance = ({ sum, squares, n }: Moments): number => Math.max(0, (squares - sum ** 2 / n) / (n - 1));

/** One value says nothing of its spread, nor do values that are all the same: three reviews of five stars are no certainty of five. */
export const hasSpread = (moments: Moments): boolean => moments.n > 1 && variance(moments) > ROUNDING * moments.squares;
/** What is left of a variance of equal values by arithmetic alone. */
const ROUNDING = 1e-12;

/** Student's interval of a mean (Student 1908); null where the values say nothing of their spread. */
export function studentMean(moments: Moments): Interval | null {
  if (!hasSpread(moments)) return null;
  const mean = moments.sum / moments.n;
  const half = t95(moments.n - 1) * Math.sqrt(variance(moments) / moments.n);
  return { low: mean - half, high: mean + half, method: 'student-t' };
}

/** Welch's interval of the difference of two means (Welch, Biometrika 34, 1947), with Satterthwaite's degrees of freedom. */
export function welchDifference(a: Moments, b: Moments): Interval | null {
  if (!hasSpread(a) || !hasSpread(b)) return null;
  const [va, vb] = [variance(a) / a.n, variance(b) / b.n];
  const difference = a.sum / a.n - b.sum / b.n;
  const df = (va + vb) ** 2 / (va ** 2 / (a.n - 1) + vb ** 2 / (b.n - 1));
  const half = t95(Math.max(1, df)) * Math.sqrt(va + vb);
  return { low: difference - half, high: difference + half, method: 'welch' };
}

/** From the interval of each side to one of their difference, by squaring and adding the distances (Newcombe 1998, method 10). */
export function squareAndAdd(a: number, ofA: Interval, b: number, ofB: Interval, method: string): Interval {
  const difference = a - b;
  return {
    low: difference - Math.hypot(a - ofA.low, ofB.high - b),
    high: difference + Math.hypot(ofA.high - a, b - ofB.low),
    method,
  };
}

/** Newcombe's interval of the difference of two independent shares. */
export function newcombeDifference(
  a: { part: number; whole: number },
  b: { part: number; whole: number },
): Interval | null {
  const [ofA, ofB] = [wilson(a.part, a.whole), wilson(b.part, b.whole)];
  return ofA && ofB && squareAndAdd(a.part / a.whole, ofA, b.part / b.whole, ofB, 'newcombe');
}

/**
 * Interval of the change between two counts taken as Poisson: given their sum, the first is binomial; its Wilson bounds give the
 * ratio, the ratio times the second count the change. Without a second count there is no ratio.
 */
export function poissonChange(a: number, b: number): Interval | null {
  if (b === 0) return null;
  const share = wilson(a, a + b);
  if (!share || share.high >= 1) return null;
  const change = (p: number) => (p / (1 - p) - 1) * b;
  return { low: change(share.low), high: change(share.high), method: 'poisson-ratio' };
}

/** Interval of the change between two sums over a Poisson number of rows: the sum of squares estimates the variance of the sum. */
export function compoundPoissonChange(a: Moments, b: Moments): Interval | null {
  if (a.n === 0 || b.n === 0) return null;
  const half = Z95 * Math.sqrt(a.squares + b.squares);
  return { low: a.sum - b.sum - half, high: a.sum - b.sum + half, method: 'compound-poisson' };
}
