import { Z95 } from './normal.ts';

/** Beyond this mean the sum is long and the normal distribution agrees with it. */
const MANY = 2_000;

/**
 * Between which numbers a count to come lies in 95 of 100 cases: negative binomial, which is Poisson with a mean known only up to a
 * gamma distribution of this relative variance.
 */
export function countToCome(mean: number, relativeVariance: number): { low: number; high: number } {
  if (mean <= 0) return { low: 0, high: 0 };
  const size = 1 / Math.max(relativeVariance, 1e-9);
  const logNone = -size * Math.log1p(mean / size);
  if (mean > MANY || logNone < -600) {
    const half = Z95 * Math.sqrt(mean + mean ** 2 / size);
    return { low: Math.max(0, mean - half), high: mean + half };
  }
  const ratio = mean / (mean + size);
  let [count, weight] = [0, Math.exp(logNone)];
  let [below, low] = [weight, weight > 0.025 ? 0 : -1];
  while (below < 0.975 && count < 40 * MANY) {
    count += 1;
    weight *= (ratio * (size + count - 1)) / count;
    below += weight;
    if (low < 0 && below > 0.025) low = count;
  }
  return { low: Math.max(0, low), high: count };
}
