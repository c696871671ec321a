import { describe, expect, it } from 'vitest';
import { lastQuarter, lateCost } from './cost.ts';
import { differenceOf, neededFor, testOf, verdictOf } from './effect.ts';
import type { Cell } from './observe.ts';
import { costSentence } from './words.ts';

/** So many orders of a stratum whose 90 days are over, of them so many with another within 90 days. */
const orders = (stratum: string, n: number, back: number): Cell[] => [
  { code: 'x', stratum, settled: true, day: 20, event: true, n: back },
  { code: 'x', stratum, settled: true, day: 200, event: false, n: n - back },
];

describe('like held against like', () => {
  it('weights the reference as the group is made up', () => {
    // Late parcels go mostly to whom hardly comes back anyhow: the crude difference is −0.24, of like and like −0.1.
    const late = [...orders('far', 80, 0), ...orders('near', 20, 8)];
    const onTime = [...orders('far', 100, 10), ...orders('near', 400, 200)];
    const found = differenceOf(late, onTime);
    expect(found).toMatchObject({ orders: 100, unlike: 0, share: 0.08 });
    expect(found?.expected).toBeCloseTo(0.8 * 0.1 + 0.2 * 0.5, 12);
    expect(found?.value).toBeCloseTo(-0.1, 12);
    expect(found?.relative).toBeCloseTo(0.08 / 0.18 - 1, 12);
    expect(verdictOf(found)).toBe('fewer');
  });

  it('leaves out, and counts, what has no like, and whose days are not over', () => {
    const young = orders('a', 50, 40).map((cell) => ({ ...cell, settled: false }));
    const group = [...orders('a', 10, 2), ...orders('b', 7, 7), ...young];
    expect(differenceOf(group, [...orders('a', 50, 10), ...orders('b', 4, 0)])).toMatchObject({
      orders: 10,
      unlike: 7,
      value: 0,
    });
    expect(differenceOf(orders('b', 7, 7), orders('a', 50, 10))).toBeNull();
  });

  it('cannot tell from few, and says how many it would take', () => {
    const few = differenceOf(orders('a', 20, 2), orders('a', 500, 100));
    expect(verdictOf(few)).toBe('too_few');
    const open = differenceOf(orders('a', 60, 9), orders('a', 6000, 1200));
    expect(verdictOf(open)).toBe('cannot_tell');
    // Power of a difference of five points below 20 %: about 8 × 0.15 × 0.85 ÷ 0.05² orders of the group (Fleiss 1981).
    const needed = (open && neededFor(open)) ?? NaN;
    expect(needed).toBeGreaterThan(350);
    expect(needed).toBeLessThan(500);
    expect(verdictOf(differenceOf(orders('a', 60, 0), orders('a', 500, 0)))).toBe('cannot_tell');
  });

  it('is tested stratum by stratum, over all days', () => {
    const late = [...orders('far', 800, 80), ...orders('near', 200, 100)];
    const onTime = [...orders('far', 100, 10), ...orders('near', 400, 200)];
    expect(testOf(late, onTime)?.pValue).toBeCloseTo(1, 6);
  });
});

describe('the cost of the last quarter', () => {
  it('is of a quarter that is over', () => {
    expect(lastQuarter('2026-10-31')).toEqual({ from: '2026-07-01', to: '2026-09-30' });
    expect(lastQuarter('2026-09-30')).toEqual({ from: '2026-07-01', to: '2026-09-30' });
    expect(lastQuarter('2026-09-29')).toEqual({ from: '2026-04-01', to: '2026-06-30' });
    expect(lastQuarter('2026-01-15')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
    expect(lastQuarter('2026-12-31')).toEqual({ from: '2026-10-01', to: '2026-12-31' });
  });

  it('carries both uncertainties into the money, and says it in a sentence', () => {
    const difference = differenceOf(orders('a', 1000, 100), orders('a', 9000, 1800));
    const worth = { n: 100, sum: 1_000_000, squares: 100 * 10_000 ** 2 + 99 * 2000 ** 2 };
    const cost = difference && lateCost(difference, worth, { from: '2026-07-01', to: '2026-09-30', late: 500 });
    expect(cost?.lost).toBeCloseTo(50, 9);
    expect(cost?.worthMinor).toBeCloseTo(500_000, 6);
    const [lost, order, total] = [cost?.lostInterval, cost?.orderInterval, cost?.worthInterval].map(
      (interval) => ((interval?.high ?? NaN) - (interval?.low ?? NaN)) / 2,
    );
    expect(total).toBeCloseTo(Math.hypot(10_000 * (lost ?? NaN), 50 * (order ?? NaN)), 6);
    const said = cost && costSentence(cost, 'CNY');
    expect(said?.en).toMatch(
      /^Last quarter’s 500 late first parcels cost about 50 second orders .* worth about ¥5,000 /,
    );
    expect(said?.zh).toContain('上季度 500 个晚到的首单包裹约损失 50 笔二次订单');
  });

  it('is not told where it may be nothing', () => {
    const difference = differenceOf(orders('a', 60, 11), orders('a', 900, 180));
    const worth = { n: 2, sum: 20_000, squares: 200_000_002 };
    const cost = difference && lateCost(difference, worth, { from: '2026-07-01', to: '2026-09-30', late: 30 });
    expect(cost && costSentence(cost, 'CNY').en).toContain('cannot be told');
    expect(difference && lateCost(difference, { n: 0, sum: 0, squares: 0 }, { from: '', to: '', late: 30 })).toBeNull();
  });
});
