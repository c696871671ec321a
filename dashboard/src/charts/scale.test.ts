import { describe, expect, it } from 'vitest';
import { dayNumber, dayOfNumber, isYoung } from './point.ts';
import { axisOf, linear, measuredAxis, spread } from './scale.ts';

describe('an axis', () => {
  it('has round ticks around the values, at most five', () => {
    expect(axisOf([0.738, 0.985], { ceiling: 1 })).toEqual({ low: 0.7, high: 1, ticks: [0.7, 0.8, 0.9, 1] });
    expect(axisOf([0.0217, 0.0312, 0.0332], { fromZero: true }).ticks).toEqual([0, 0.01, 0.02, 0.03, 0.04]);
    expect(axisOf([3_120, 7_544], { fromZero: true }).ticks).toEqual([0, 2_000, 4_000, 6_000, 8_000]);
    expect(axisOf([7.9, 27.4]).ticks.length).toBeLessThanOrEqual(5);
  });

  it('does not pass what the figure can be', () => {
    expect(axisOf([0.97, 0.999], { ceiling: 1 }).high).toBe(1);
    expect(axisOf([0.001, 0.004], { floor: 0 }).low).toBeGreaterThanOrEqual(0);
    expect(axisOf([1.2, 4.9], { floor: 1, ceiling: 5 })).toMatchObject({ low: 1, high: 5 });
  });

  it('of hours has its ticks at days once they are read in days', () => {
    const hours = { unit: 'HOURS', decimals: 1 } as const;
    expect(measuredAxis([30, 135.2], hours, { fromZero: true }).ticks).toEqual([0, 48, 96, 144]);
    expect(measuredAxis([30, 47], hours, { fromZero: true })).toEqual(axisOf([30, 47], { fromZero: true }));
    expect(measuredAxis([30, 135.2], { unit: 'DAYS' })).toEqual(axisOf([30, 135.2]));
  });

  it('stands when there is nothing, one value, or only zeros to show', () => {
    expect(axisOf([null, undefined])).toEqual({ low: 0, high: 1, ticks: [0, 1] });
    const single = axisOf([0.5]);
    expect(single.low).toBeLessThanOrEqual(0.5);
    expect(single.high).toBeGreaterThan(single.low);
    expect(axisOf([0, 0], { fromZero: true }).high).toBeGreaterThan(0);
    expect(axisOf([1, 1], { ceiling: 1 }).high).toBeGreaterThanOrEqual(1);
  });

  it('counts have no tick between two whole numbers', () => {
    expect(axisOf([0, 1], { fromZero: true, whole: true }).ticks).toEqual([0, 1]);
    expect(axisOf([0, 3], { fromZero: true, whole: true }).ticks).toEqual([0, 1, 2, 3]);
  });

  it('reaches below zero where values do', () => {
    const axis = axisOf([-3, 8], { fromZero: true });
    expect(axis.low).toBeLessThanOrEqual(-3);
    expect(axis.ticks).toContain(0);
  });
});

describe('placing', () => {
  it('maps a domain to pixels, and a flat domain does not divide by zero', () => {
    expect(linear({ low: 0, high: 4 }, { low: 10, high: 90 })(1)).toBe(30);
    expect(linear({ low: 2, high: 2 }, { low: 10, high: 90 })(2)).toBe(10);
  });

  it('moves labels apart, keeps their order and stays inside', () => {
    expect(spread([50, 10], 14, { low: 0, high: 100 })).toEqual([50, 10]);
    expect(spread([50, 52], 14, { low: 0, high: 100 })).toEqual([50, 64]);
    expect(spread([98, 99], 14, { low: 0, high: 100 })).toEqual([86, 100]);
    expect(spread([], 14, { low: 0, high: 100 })).toEqual([]);
  });

  it('a day is a whole number there and back', () => {
    expect(dayOfNumber(dayNumber('2018-02-28') + 1)).toBe('2018-03-01');
  });

  it('a point is young while its outcomes or its days are not all in', () => {
    expect(isYoung({ mature: true, partial: false })).toBe(false);
    expect(isYoung({ mature: false, partial: false })).toBe(true);
    expect(isYoung({ mature: true, partial: true })).toBe(true);
  });
});
