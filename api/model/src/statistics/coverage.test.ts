import { describe, expect, it } from 'vitest';
import { balanceInterval } from './balance.ts';
import { studentMean, wilson } from './intervals.ts';
import { poissonRate } from './poisson.ts';

/**
 * How often intervals hold the truth. Counts are enumerated: the chances of all outcomes are added up, which is what ever more
 * simulations tend to. Only means are simulated, 20,000 times each.
 */
const holds = (interval: { low: number; high: number } | null, truth: number): boolean =>
  interval !== null && interval.low <= truth && truth <= interval.high;
const mean = (numbers: readonly number[]): number => numbers.reduce((sum, one) => sum + one, 0) / numbers.length;

const logFactorials = [0];
function logFactorial(n: number): number {
  for (let k = logFactorials.length; k <= n; k += 1) logFactorials.push((logFactorials[k - 1] ?? 0) + Math.log(k));
  return logFactorials[n] ?? 0;
}
const binomial = (k: number, n: number, p: number): number =>
  Math.exp(logFactorial(n) - logFactorial(k) - logFactorial(n - k) + k * Math.log(p) + (n - k) * Math.log(1 - p));
const poisson = (k: number, mu: number): number => Math.exp(k * Math.log(mu) - mu - logFactorial(k));

/** The same numbers for the same seed (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

describe('intervals hold the truth', () => {
  it('exact Poisson: at least 94 in 100 at every mean', () => {
    const coverage = [0.2, 0.7, 1, 1.6, 2.5, 3.3, 5, 7.7, 10, 14.2, 20, 33, 50, 81, 120].map((mu) => {
      const most = Math.ceil(mu + 12 * Math.sqrt(mu) + 20);
      return Array.from({ length: most }, (_, k) => (holds(poissonRate(k, 10), mu / 10) ? poisson(k, mu) : 0)).reduce(
        (sum, one) => sum + one,
      );
    });
    expect(Math.min(...coverage)).toBeGreaterThanOrEqual(0.94);
  });

  it('Wilson: 95 ± 1.5 in 100 on average, never below 91 where 5 are expected on either side', () => {
    const coverage = [50, 73, 100, 200, 500, 1000].flatMap((n) =>
      Array.from({ length: 199 }, (_, index) => (index + 1) / 200)
        .filter((p) => n * p >= 5 && n * (1 - p) >= 5)
        .map((p) =>
          Array.from({ length: n + 1 }, (_, k) => (holds(wilson(k, n), p) ? binomial(k, n, p) : 0)).reduce(
            (sum, one) => sum + one,
          ),
        ),
    );
    expect(coverage.length).toBeGreaterThan(900);
    expect(Math.abs(mean(coverage) - 0.95)).toBeLessThanOrEqual(0.015);
    expect(Math.min(...coverage)).toBeGreaterThanOrEqual(0.91);
  });

  it('NPS: 95 ± 1.5 in 100 on average', () => {
    const coverage = [50, 100, 200].flatMap((n) =>
      [
        [0.5, 0.2],
        [0.3, 0.3],
        [0.6, 0.1],
        [0.2, 0.5],
        [0.7, 0.15],
        [0.4, 0.25],
      ].map(([plus = 0, minus = 0]) => {
        let held = 0;
        for (let up = 0; up <= n; up += 1) {
          const among = binomial(up, n, plus);
          for (let down = 0; down <= n - up; down += 1) {
            const interval = balanceInterval({ sum: up - down, squares: up + down, n });
            if (holds(interval, plus - minus)) held += among * binomial(down, n - up, minus / (1 - plus));
          }
        }
        return held;
      }),
    );
    for (const each of coverage) expect(Math.abs(each - 0.95)).toBeLessThanOrEqual(0.02);
    expect(Math.abs(mean(coverage) - 0.95)).toBeLessThanOrEqual(0.015);
  });

  const random = dice(2026);
  const normal = (): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  /** Stars as shops get them: most five, some one. */
  const stars = (): number => [5, 5, 5, 5, 5, 5, 4, 4, 3, 1][Math.floor(random() * 10)] ?? 5;

  it.each<[string, number, () => number, number]>([
    ['8 normal values', 8, normal, 0],
    ['30 normal values', 30, normal, 0],
    ['60 reviews', 60, stars, 4.2],
    ['200 reviews', 200, stars, 4.2],
  ])('Student’s t of %s: 95 ± 1.5 in 100', (_, n, draw, truth) => {
    let held = 0;
    for (let trial = 0; trial < 20_000; trial += 1) {
      let [sum, squares] = [0, 0];
      for (let k = 0; k < n; k += 1) {
        const value = draw();
        sum += value;
        squares += value * value;
      }
      if (holds(studentMean({ sum, squares, n }), truth)) held += 1;
    }
    expect(Math.abs(held / 20_000 - 0.95)).toBeLessThanOrEqual(0.015);
  });
});
