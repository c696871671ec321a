import { describe, expect, it } from 'vitest';
import {
  compoundPoissonChange,
  newcombeDifference,
  poissonChange,
  squareAndAdd,
  studentMean,
  welchDifference,
  wilson,
  type Moments,
} from './intervals.ts';
import { Z95 } from './normal.ts';
import { t95 } from './student.ts';

const rounded = (interval: { low: number; high: number } | null, digits: number) =>
  interval && [interval.low, interval.high].map((bound) => Number(bound.toFixed(digits)));
const momentsOf = (values: number[]): Moments => ({
  n: values.length,
  sum: values.reduce((sum, value) => sum + value, 0),
  squares: values.reduce((sum, value) => sum + value ** 2, 0),
});

describe('a share', () => {
  // Newcombe, Two-sided confidence intervals for the single proportion, Statistics in Medicine 17 (1998) 857–872, table I, method 3.
  it.each([
    [81, 263, [0.2553, 0.3662]],
    [15, 148, [0.0624, 0.1605]],
    [0, 20, [0, 0.1611]],
    [1, 29, [0.0061, 0.1718]],
  ])('of %i in %i has the published Wilson interval', (part, whole, bounds) => {
    expect(rounded(wilson(part, whole), 4)).toEqual(bounds);
  });

  it('of nothing has none; of everything ends at exactly 1', () => {
    expect(wilson(0, 0)).toBeNull();
    expect(wilson(7, 7)?.high).toBe(1);
    expect(wilson(0, 7)?.low).toBe(0);
  });
});

describe('the difference of two shares', () => {
  // Newcombe, Interval estimation for the difference between independent proportions, Statistics in Medicine 17 (1998) 873–890, table II, method 10.
  it.each([
    [56, 70, 48, 80, [0.0524, 0.3339]],
    [9, 10, 3, 10, [0.1705, 0.809]],
    [10, 10, 0, 10, [0.6075, 1]],
  ])('%i/%i − %i/%i has the published interval', (part, whole, otherPart, otherWhole, bounds) => {
    expect(rounded(newcombeDifference({ part, whole }, { part: otherPart, whole: otherWhole }), 4)).toEqual(bounds);
  });

  it('against nothing has none', () => {
    expect(newcombeDifference({ part: 1, whole: 2 }, { part: 0, whole: 0 })).toBeNull();
  });
});

describe('Student’s t', () => {
  // Fisher and Yates, Statistical Tables, table III, 5 % two-sided.
  it.each([
    [1, 12.706],
    [2, 4.303],
    [3, 3.182],
    [4, 2.776],
    [5, 2.571],
    [10, 2.228],
    [30, 2.042],
    [120, 1.98],
  ])('with %i degrees of freedom is %d', (df, value) => {
    expect(t95(df)).toBeCloseTo(value, 3);
  });
  it('tends to the normal', () => {
    expect(t95(1e7)).toBeCloseTo(Z95, 5);
  });
});

describe('means', () => {
  // Student's sleep data (Biometrika 6, 1908); intervals as printed by R's t.test(extra ~ group, data = sleep).
  const first = momentsOf([0.7, -1.6, -0.2, -1.2, -0.1, 3.4, 3.7, 0.8, 0, 2]);
  const second = momentsOf([1.9, 0.8, 1.1, 0.1, -0.1, 4.4, 5.5, 1.6, 4.6, 3.4]);

  it('have Student’s interval', () => {
    expect(rounded(studentMean(first), 4)).toEqual([-0.5298, 2.0298]);
  });
  it('differ by Welch’s interval', () => {
    expect(rounded(welchDifference(first, second), 4)).toEqual([-3.3655, 0.2055]);
  });
  it('of a single value say nothing of their spread', () => {
    expect(studentMean(momentsOf([3]))).toBeNull();
    expect(welchDifference(first, momentsOf([3]))).toBeNull();
  });
  it('of equal values are not certain: they say nothing of their spread', () => {
    expect(studentMean(momentsOf([5, 5, 5]))).toBeNull();
    expect(studentMean({ n: 3, sum: 0.3, squares: 0.03 })).toBeNull();
    expect(welchDifference(momentsOf([2, 2]), momentsOf([1, 3]))).toBeNull();
  });
});

describe('two counts', () => {
  it.each([
    [120, 80],
    [7_544, 7_269],
    [3, 9],
    [1, 1],
  ])('%i against %i change between the ratios that a score test just accepts', (a, b) => {
    const interval = poissonChange(a, b);
    for (const change of [interval?.low ?? Number.NaN, interval?.high ?? Number.NaN]) {
      const ratio = change / b + 1;
      expect((a - ratio * b) ** 2).toBeCloseTo(Z95 ** 2 * ratio * (a + b), 6);
    }
    expect(interval?.low).toBeLessThan(a - b);
    expect(interval?.high).toBeGreaterThan(a - b);
  });
  it('have no ratio where there was nothing', () => {
    expect(poissonChange(5, 0)).toBeNull();
    expect(poissonChange(0, 5)).toMatchObject({ low: -5 });
  });
});

describe('two sums', () => {
  it('of orders of 1 each change like their counts', () => {
    expect(
      rounded(compoundPoissonChange({ n: 120, sum: 120, squares: 120 }, { n: 80, sum: 80, squares: 80 }), 3),
    ).toEqual([12.282, 67.718]); // 40 ± 1.96 √200
  });
  it('against nothing have no interval', () => {
    expect(compoundPoissonChange({ n: 0, sum: 0, squares: 0 }, { n: 1, sum: 1, squares: 1 })).toBeNull();
  });
});

it('squares and adds the distances of each side', () => {
  expect(squareAndAdd(10, { low: 7, high: 12, method: '' }, 6, { low: 5, high: 10, method: '' }, 'm')).toEqual({
    low: -1,
    high: 4 + Math.hypot(2, 1),
    method: 'm',
  });
});
