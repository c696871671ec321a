import { describe, expect, it } from 'vitest';
import { balanceDifference, balanceInterval } from './balance.ts';
import { gammaBelow, gammaQuantile } from './gamma.ts';
import { compoundPoissonRate, poissonRate, poissonRateDifference } from './poisson.ts';

const rounded = (interval: { low: number; high: number } | null, digits: number) =>
  interval && [interval.low, interval.high].map((bound) => Number(bound.toFixed(digits)));

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
/** Events until so much time has passed. */
function poisson(mean: number, next: () => number): number {
  let events = -1;
  for (let time = 0; time <= mean; events += 1) time -= Math.log(1 - next());
  return events;
}

describe('a rate of events', () => {
  // Each bound leaves 2.5 % of its own Poisson distribution beyond the count.
  it.each([
    [0, [0, 3.6889]],
    [1, [0.0253, 5.5716]],
    [5, [1.6235, 11.6683]],
    [10, [4.7954, 18.3904]],
    [50, [37.111, 65.9188]],
  ])('of %i has the exact interval', (events, bounds) => {
    expect(rounded(poissonRate(events, 1), 4)).toEqual(bounds);
  });

  it('is given for each that could bring it; over nothing there is none', () => {
    expect(rounded(poissonRate(10, 10_000), 8)).toEqual([0.00047954, 0.00183904]);
    expect(poissonRate(0, 0)).toBeNull();
  });

  it('has the same bounds just below and above the count from which they are approximated', () => {
    const [exact, near] = [poissonRate(4_999, 1), poissonRate(5_000, 1)];
    expect((near?.low ?? 0) - (exact?.low ?? 0)).toBeCloseTo(1, 1);
    expect(near?.high).toBeCloseTo(gammaQuantile(0.975, 5_001), 3);
    expect(near?.low).toBeCloseTo(gammaQuantile(0.025, 5_000), 3);
  });

  it('holds the true rate at least 94 times in 100', () => {
    const next = dice(5);
    for (const mean of [0.7, 4, 40]) {
      let held = 0;
      for (let nth = 0; nth < 2_000; nth += 1) {
        const interval = poissonRate(poisson(mean, next), 1);
        if (interval && interval.low <= mean && mean <= interval.high) held += 1;
      }
      expect(held / 2_000).toBeGreaterThanOrEqual(0.94);
    }
  });

  it('differs from another by an interval that holds no difference when they are equal', () => {
    const difference = poissonRateDifference({ events: 30, exposure: 1000 }, { events: 60, exposure: 2000 });
    expect(difference?.low).toBeLessThan(0);
    expect(difference?.high).toBeGreaterThan(0);
    expect(poissonRateDifference({ events: 90, exposure: 1000 }, { events: 60, exposure: 2000 })?.low).toBeGreaterThan(
      0,
    );
  });

  it('of money widens with the squares of the amounts, for the same sum', () => {
    const width = (squares: number) => {
      const interval = compoundPoissonRate({ sum: 100, squares, n: 0 }, 50);
      return (interval?.high ?? 0) - (interval?.low ?? 0);
    };
    expect(width(10_000)).toBeCloseTo(10 * width(100), 9);
  });
});

describe('the gamma distribution', () => {
  it('is its own inverse, and that of one event is the exponential', () => {
    for (const shape of [0.5, 1, 7, 300]) expect(gammaBelow(shape, gammaQuantile(0.3, shape))).toBeCloseTo(0.3, 9);
    expect(gammaQuantile(0.5, 1)).toBeCloseTo(Math.LN2, 9);
  });
});

describe('promoters minus detractors', () => {
  // 50 promoters and 20 detractors of 100: 0.3 ± 1.96 √((0.7 − 0.09) / 100)
  it('has the textbook interval, never beyond −1 and 1', () => {
    expect(rounded(balanceInterval({ sum: 30, squares: 70, n: 100 }), 4)).toEqual([0.1469, 0.4531]);
    expect(balanceInterval({ sum: 2, squares: 2, n: 2 })).toBeNull();
    expect(balanceDifference({ sum: 1, squares: 1, n: 1 }, { sum: 30, squares: 70, n: 100 })).toBeNull();
    expect(balanceInterval({ sum: 0, squares: 0, n: 0 })).toBeNull();
  });

  it('holds the true score 95 ± 1.5 times in 100', () => {
    const next = dice(9);
    let held = 0;
    for (let nth = 0; nth < 4_000; nth += 1) {
      const answers = Array.from({ length: 200 }, () => next());
      const plus = answers.filter((answer) => answer < 0.5).length;
      const minus = answers.filter((answer) => answer >= 0.8).length;
      const interval = balanceInterval({ sum: plus - minus, squares: plus + minus, n: 200 });
      if (interval && interval.low <= 0.3 && interval.high >= 0.3) held += 1;
    }
    expect(Math.abs(held / 4_000 - 0.95)).toBeLessThanOrEqual(0.015);
  });

  it('differs from another with both uncertainties', () => {
    const difference = balanceDifference({ sum: 30, squares: 70, n: 100 }, { sum: 0, squares: 60, n: 100 });
    expect(rounded(difference, 3)).toEqual([0.084, 0.516]);
  });
});
