import type { Interval } from './interval.ts';
import { gammaQuantile } from './gamma.ts';
import { squareAndAdd, type Moments } from './intervals.ts';
import { Z95 } from './normal.ts';

/** From here on Wilson and Hilferty's cube root agrees to seven digits, and the exact bound costs a long sum. */
const MANY = 5_000;
const cube = (count: number, z: number): number => count * (1 - 1 / (9 * count) + z / (3 * Math.sqrt(count))) ** 3;

/** The exact interval of a Poisson mean of which `events` were seen (Garwood 1936), over `exposure`. */
export function poissonRate(events: number, exposure: number): Interval | null {
  if (exposure <= 0 || events < 0) return null;
  const low = events === 0 ? 0 : events < MANY ? gammaQuantile(0.025, events) : cube(events, -Z95);
  const high = events < MANY ? gammaQuantile(0.975, events + 1) : cube(events + 1, Z95);
  return { low: low / exposure, high: high / exposure, method: 'poisson-exact' };
}

interface Rate {
  events: number;
  exposure: number;
}

/** Of the difference of two independent rates, from their exact intervals. */
export function poissonRateDifference(a: Rate, b: Rate): Interval | null {
  const [ofA, ofB] = [poissonRate(a.events, a.exposure), poissonRate(b.events, b.exposure)];
  return ofA && ofB && squareAndAdd(a.events / a.exposure, ofA, b.events / b.exposure, ofB, 'poisson-exact');
}

/** An amount brought by a Poisson number of rows, over `exposure`: the sum of squares estimates the variance of the sum. */
export function compoundPoissonRate({ sum, squares }: Moments, exposure: number): Interval | null {
  if (exposure <= 0) return null;
  const half = Z95 * Math.sqrt(squares);
  return { low: (sum - half) / exposure, high: (sum + half) / exposure, method: 'compound-poisson' };
}

export function compoundPoissonRateDifference(
  a: Moments & { exposure: number },
  b: Moments & { exposure: number },
): Interval | null {
  const [ofA, ofB] = [compoundPoissonRate(a, a.exposure), compoundPoissonRate(b, b.exposure)];
  return ofA && ofB && squareAndAdd(a.sum / a.exposure, ofA, b.sum / b.exposure, ofB, 'compound-poisson');
}
