import { logGamma } from './gamma.ts';

/** Beyond this mean the sum is long, and the normal distribution agrees with it to the third digit. */
const LONG = 100_000;

/**
 * The chance to see `count` events or more where `mean` are expected: Poisson, and negative binomial where the mean is known only up
 * to a gamma distribution of this relative variance (Greenwood & Yule 1920). 1 for a count of 0; 0 where nothing can come.
 */
export function chanceOfAtLeast(count: number, mean: number, relativeVariance = 0): number {
  if (count <= 0) return 1;
  if (mean <= 0) return 0;
  if (mean > LONG) return upperNormal((count - 0.5 - mean) / deviation(mean, relativeVariance));
  const { at, factor } = termsOf(mean, relativeVariance);
  if (count > mean) {
    // Above the mean the terms fall: their own sum keeps the digits that 1 − below would lose.
    let [above, weight] = [0, at(count)];
    for (let seen = count; weight > above * 1e-16; seen += 1) {
      above += weight;
      weight *= factor(seen);
    }
    return Math.min(1, above);
  }
  let [below, weight] = [0, at(count - 1)];
  for (let seen = count - 1; seen >= 0 && weight > below * 1e-16; seen -= 1) {
    below += weight;
    weight /= factor(seen - 1);
  }
  return Math.max(0, 1 - below);
}

/** The smallest count that is reached by chance in at most `alpha` of all cases. */
export function smallestUnusual(alpha: number, mean: number, relativeVariance = 0): number {
  if (mean <= 0) return 1;
  if (mean > LONG) return Math.ceil(mean + 0.5 + normalAbove(alpha) * deviation(mean, relativeVariance));
  const { at, factor } = termsOf(mean, relativeVariance);
  let count = Math.floor(mean) + 1;
  let [above, weight] = [chanceOfAtLeast(count, mean, relativeVariance), at(count)];
  while (above > alpha && weight > 0) {
    above -= weight;
    weight *= factor(count);
    count += 1;
  }
  return count;
}

/**
 * How many times Poisson's variance counts have about what was expected of them (Pearson's χ² over its degrees of freedom; McCullagh
 * & Nelder 1989, 4.5). Never below 1: counts that agree too well are no reason for narrower limits.
 */
export function dispersion(observed: readonly number[], expected: readonly number[], fitted = 1): number {
  const degrees = observed.length - fitted;
  if (degrees < 1) return 1;
  const chi = observed.reduce((sum, seen, at) => {
    const mean = expected[at] ?? 0;
    return mean > 0 ? sum + (seen - mean) ** 2 / mean : sum;
  }, 0);
  return Math.max(1, chi / degrees);
}

/**
 * The log likelihood ratio of a slice that brought `observed` where `expected` would have been usual (Kulldorff 1997, the Poisson
 * scan statistic without its constant total): large only where the slice is both big and unusual. 0 where it is not above.
 */
export function excessLikelihood(observed: number, expected: number): number {
  if (observed <= expected || observed <= 0) return 0;
  const least = Math.max(expected, 1e-9);
  return observed * Math.log(observed / least) - (observed - least);
}

const deviation = (mean: number, relativeVariance: number): number =>
  Math.sqrt(mean + Math.max(0, relativeVariance) * mean ** 2);

/** The chance of exactly so many, and the factor from it to that of one more. */
function termsOf(mean: number, relativeVariance: number): { at(seen: number): number; factor(seen: number): number } {
  if (relativeVariance <= 1e-9)
    return {
      at: (seen) => Math.exp(seen * Math.log(mean) - mean - logGamma(seen + 1)),
      factor: (seen) => mean / (seen + 1),
    };
  const size = 1 / relativeVariance;
  const ratio = mean / (mean + size);
  const none = -size * Math.log1p(mean / size) - logGamma(size);
  return {
    at: (seen) => Math.exp(none + logGamma(size + seen) - logGamma(seen + 1) + seen * Math.log(ratio)),
    factor: (seen) => (ratio * (size + seen)) / (seen + 1),
  };
}

/** The normal distribution's upper tail (Abramowitz & Stegun 1964, 7.1.26; seven digits). */
function upperNormal(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + 0.327_591_1 * x);
  const poly =
    t * (0.254_829_592 + t * (-0.284_496_736 + t * (1.421_413_741 + t * (-1.453_152_027 + t * 1.061_405_429))));
  const tail = (poly * Math.exp(-x * x)) / 2;
  return z >= 0 ? tail : 1 - tail;
}

/** Where the upper tail of the normal distribution is `alpha`: by halving. */
function normalAbove(alpha: number): number {
  let [low, high] = [0, 40];
  for (let step = 0; step < 60; step += 1) {
    const middle = (low + high) / 2;
    if (upperNormal(middle) > alpha) low = middle;
    else high = middle;
  }
  return high;
}
