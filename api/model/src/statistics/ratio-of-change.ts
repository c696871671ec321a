import type { Interval } from './interval.ts';
import { Z95 } from './normal.ts';

/**
 * An effect relative to what would have been without it: effect / (after − effect), its interval by the delta method with the covariance
 * of the two, since the same "after" is in both. Null where what would have been is not above 0.
 */
export function relativeEffect(
  effect: number,
  effectVariance: number,
  after: number,
  afterVariance: number,
): { value: number; interval: Interval } | null {
  const without = after - effect;
  if (without <= 0) return null;
  const value = effect / without;
  const withoutVariance = Math.max(0, effectVariance - afterVariance);
  const half = (Z95 * Math.sqrt(effectVariance + (value ** 2 + 2 * value) * withoutVariance)) / without;
  return { value, interval: { low: value - half, high: value + half, method: 'delta' } };
}
