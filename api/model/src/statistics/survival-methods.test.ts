import { describe, expect, it } from 'vitest';
import { kaplanMeier, shareBy, type Observed } from './kaplan-meier.ts';
import { logRank } from './log-rank.ts';

/**
 * Weeks of remission under 6-mercaptopurine and under placebo: Freireich et al., Blood 21 (1963), as in Kleinbaum, Klein, Survival Analysis:
 * A Self-Learning Text, 3rd edition (2012), chapter 2.
 */
const events = (days: readonly number[]): Observed[] => days.map((day) => ({ day, event: true, n: 1 }));
const censored = (days: readonly number[]): Observed[] => days.map((day) => ({ day, event: false, n: 1 }));
const treated = [
  ...events([6, 6, 6, 7, 10, 13, 16, 22, 23]),
  ...censored([6, 9, 10, 11, 17, 19, 20, 25, 32, 32, 34, 35]),
];
const placebo = events([1, 1, 2, 2, 3, 4, 4, 5, 5, 8, 8, 8, 8, 11, 11, 12, 12, 15, 17, 22, 23]);

describe('the product-limit estimate', () => {
  it('is that of the textbook, with Greenwood’s standard errors', () => {
    const told = kaplanMeier(treated).map(({ day, atRisk, share, spread }) => [
      day,
      atRisk,
      Number((1 - share).toFixed(4)),
      Number(((1 - share) * Math.sqrt(spread)).toFixed(4)),
    ]);
    expect(told).toEqual([
      [6, 21, 0.8571, 0.0764],
      [7, 17, 0.8067, 0.0869],
      [10, 15, 0.7529, 0.0963],
      [13, 12, 0.6902, 0.1068],
      [16, 11, 0.6275, 0.1141],
      [22, 7, 0.5378, 0.1282],
      [23, 6, 0.4482, 0.1346],
    ]);
  });

  it('counts those who are alike together, and ends where everybody had the event', () => {
    const together = [{ day: 6, event: true, n: 3 }, ...treated.filter(({ day, event }) => !(day === 6 && event))];
    expect(kaplanMeier(together)).toEqual(kaplanMeier(treated));
    expect(kaplanMeier(placebo).at(-1)).toMatchObject({ day: 23, share: 1, interval: null });
  });

  it('says nothing before the first event, and nothing at all without one', () => {
    expect(shareBy(kaplanMeier(treated), 5)).toEqual({ share: 0, variance: 0 });
    expect(shareBy(kaplanMeier(treated), 12).share).toBeCloseTo(0.2471, 4);
    expect(kaplanMeier(censored([3, 4]))).toEqual([]);
  });
});

describe('the log-rank test', () => {
  it('is that of the textbook', () => {
    const test = logRank([{ one: treated, other: placebo }]);
    expect(test?.observed).toBe(9);
    expect(test?.expected).toBeCloseTo(19.25, 2);
    expect(test?.variance).toBeCloseTo(6.257, 3);
    expect(test?.chiSquare).toBeCloseTo(16.79, 2);
    expect(test?.pValue).toBeLessThan(0.0001);
    expect(test?.paceRatio).toBeLessThan(0.25);
  });

  it('is the same whichever group is named first, but for the direction', () => {
    const [one, other] = [logRank([{ one: treated, other: placebo }]), logRank([{ one: placebo, other: treated }])];
    expect(other?.chiSquare).toBeCloseTo(one?.chiSquare ?? 0, 10);
    expect((one?.paceRatio ?? 0) * (other?.paceRatio ?? 0)).toBeCloseTo(1, 10);
  });

  it('adds up strata, so that a mix of customers is not taken for an effect', () => {
    const quick = (n: number): Observed[] => [
      { day: 1, event: true, n },
      { day: 9, event: false, n },
    ];
    const slow = (n: number): Observed[] => [
      { day: 5, event: true, n },
      { day: 9, event: false, n: 9 * n },
    ];
    const pooled = logRank([{ one: [...quick(90), ...slow(10)], other: [...quick(10), ...slow(90)] }]);
    const strata = logRank([
      { one: quick(90), other: quick(10) },
      { one: slow(10), other: slow(90) },
    ]);
    expect(pooled?.pValue).toBeLessThan(1e-6);
    expect(strata?.pValue).toBeCloseTo(1, 6);
    expect(strata?.paceRatio).toBeCloseTo(1, 10);
  });

  it('cannot tell where nobody had the event, or one group is empty', () => {
    expect(logRank([{ one: censored([3]), other: censored([4]) }])).toBeNull();
    expect(logRank([{ one: treated, other: [] }])).toBeNull();
    expect(logRank([])).toBeNull();
  });
});
