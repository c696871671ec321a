import { expect, it } from 'vitest';
import { countToCome } from './prediction.ts';

it.each([1, 3.5, 12, 80])('a count to come with a known mean of %d lies between the Poisson quantiles', (mean) => {
  const { low, high } = countToCome(mean, 0);
  const below = (count: number): number => {
    if (count < 0) return 0;
    let [weight, sum] = [Math.exp(-mean), Math.exp(-mean)];
    for (let k = 1; k <= count; k += 1) sum += weight *= mean / k;
    return sum;
  };
  expect(below(low)).toBeGreaterThan(0.025);
  expect(below(low - 1)).toBeLessThanOrEqual(0.025 + 1e-6);
  expect(below(high)).toBeGreaterThanOrEqual(0.975 - 1e-6);
  expect(below(high - 1)).toBeLessThan(0.975);
});

it('whose mean is itself exponential is geometric', () => {
  const p = 1 / (1 + 9);
  const at = (share: number) => Math.max(0, Math.ceil(Math.log(1 - share) / Math.log(1 - p) - 1));
  expect(countToCome(9, 1)).toEqual({ low: at(0.025), high: at(0.975) });
});

it('of nothing is nothing; of many is normal', () => {
  expect(countToCome(0, 0.5)).toEqual({ low: 0, high: 0 });
  const { low, high } = countToCome(10_000, 0.01);
  expect(high - 10_000).toBeCloseTo(1.959964 * Math.sqrt(10_000 + 1_000_000), 2);
  expect(10_000 - low).toBeCloseTo(high - 10_000, 6);
  const [just, over] = [countToCome(1_999, 0.02), countToCome(2_001, 0.02)]; // both ways agree where one hands over to the other
  expect(over.high / just.high).toBeCloseTo(1, 1);
});
