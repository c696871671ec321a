import { describe, expect, it } from 'vitest';
import { chanceOfAtLeast, dispersion, excessLikelihood, smallestUnusual } from './count-limits.ts';

describe('the chance of so many events or more', () => {
  it('is that of the Poisson tables', () => {
    // e⁻² (1 + 2 + 2 + 4/3 + 2/3 + 4/15) = 0.983436
    expect(chanceOfAtLeast(6, 2)).toBeCloseTo(1 - 0.983_436_391, 8);
    expect(chanceOfAtLeast(1, 0.02)).toBeCloseTo(0.019_801_327, 8);
    expect(chanceOfAtLeast(0, 3)).toBe(1);
    expect(chanceOfAtLeast(3, 0)).toBe(0);
  });

  it('keeps its digits far in the tail', () => {
    // 20 where 2 are expected: e⁻² 2²⁰ / 20! × (1 + 2/21 + 4/462 + …)
    const first = (Math.exp(-2) * 2 ** 20) / 2_432_902_008_176_640_000;
    expect(chanceOfAtLeast(20, 2)).toBeCloseTo(first * (1 + 2 / 21 + 4 / 462 + 8 / 10_626 + 16 / 255_024), 18);
  });

  it('grows with what is not known of the mean: with a relative variance of 1 it is geometric', () => {
    // size 1, mean 3: P(X ≥ k) = (3/4)ᵏ
    for (const count of [1, 5, 12]) expect(chanceOfAtLeast(count, 3, 1)).toBeCloseTo(0.75 ** count, 10);
  });

  it('is the same on both sides of the size from which it is approximated', () => {
    expect(chanceOfAtLeast(100_500, 99_999.9)).toBeCloseTo(chanceOfAtLeast(100_500, 100_000.1), 3);
    expect(chanceOfAtLeast(990, 1_000)).toBeCloseTo(0.629, 2);
  });
});

describe('the smallest unusual count', () => {
  it.each([
    [0.001, 0.01, 0],
    [0.001, 4.2, 0],
    [0.0001, 30, 0.02],
  ])('at %f is the first that so few cases reach (mean %f, relative variance %f)', (alpha, mean, variance) => {
    const count = smallestUnusual(alpha, mean, variance);
    expect(chanceOfAtLeast(count, mean, variance)).toBeLessThanOrEqual(alpha);
    expect(chanceOfAtLeast(count - 1, mean, variance)).toBeGreaterThan(alpha);
  });

  it('of a large mean is near that of the normal distribution', () => {
    expect(smallestUnusual(0.001, 10_000)).toBe(Math.ceil(10_000.5 + 3.0902 * 100) + 1);
  });
});

describe('the dispersion', () => {
  it('is Pearson’s χ² over its degrees of freedom, at least 1', () => {
    // (9 + 9 + 4 + 4) / 4 over 3 degrees
    expect(dispersion([1, 7, 2, 6], [4, 4, 4, 4])).toBeCloseTo(26 / 4 / 3, 12);
    expect(dispersion([4, 4, 4], [4, 4, 4])).toBe(1);
    expect(dispersion([9], [1])).toBe(1);
  });
});

describe('the likelihood of an excess', () => {
  it('prefers the narrow slice that holds nearly all of it, and is nothing where there is none', () => {
    const [shop, carrier, both] = [excessLikelihood(12, 4), excessLikelihood(10, 1.5), excessLikelihood(9, 0.2)];
    expect(both).toBeGreaterThan(carrier);
    expect(carrier).toBeGreaterThan(shop);
    expect(excessLikelihood(3, 3)).toBe(0);
    expect(excessLikelihood(8, 2)).toBeCloseTo(8 * Math.log(4) - 6, 12);
  });
});
