import { describe, expect, it } from 'vitest';
import { chiSquareAbove } from './chi-square.ts';
import { groupDifference, type GroupValue } from './group-difference.ts';
import { placebo } from './permutation.ts';
import { rowsNeededTimes, smallestDetectable } from './power.ts';
import { relativeEffect } from './ratio-of-change.ts';
import { relativeDifference } from './relative-risk.ts';
import { sequence } from './resampling.ts';

const group = (treated: boolean, value: number, variance: number): GroupValue => ({ treated, value, variance });

describe('the difference of two sets of groups', () => {
  // Card and Krueger (American Economic Review 84, 1994), table 3, row 3: change in employment per store, New Jersey 0.59 (0.54),
  // Pennsylvania −2.16 (1.25); the difference is 2.76 (1.36) there, from figures with more digits.
  it('gives Card and Krueger’s difference in differences and its standard error', () => {
    const found = groupDifference([group(true, 0.59, 0.54 ** 2), group(false, -2.16, 1.25 ** 2)]);
    expect(found?.difference).toBeCloseTo(2.75, 6);
    expect(found?.error).toBeCloseTo(1.36, 2);
  });

  it('has no interval where one group a side says nothing of how far groups stray', () => {
    expect(groupDifference([group(true, 1, 0.1), group(false, 0, 0.1)])?.interval).toBeNull();
    expect(groupDifference([group(true, 1, 0.1)])).toBeNull();
  });

  // By hand: control changes 1, 3, 5 with variance 1 each: mean 3, Q = 8 on one side of three groups; the treated group adds nothing.
  // Q − freedom = 8 − 2 = 6, scale = 3 − 3/3 + 1 − 1/1 = 2, so that groups lie apart by a variance of 3; each weighs 1/4 then.
  it('finds how far groups stray beyond sampling (worked by hand)', () => {
    const found = groupDifference([group(true, 10, 1), group(false, 1, 1), group(false, 3, 1), group(false, 5, 1)]);
    expect(found?.between).toBeCloseTo(3, 9);
    expect(found?.difference).toBeCloseTo(7, 9);
    expect(found?.degreesOfFreedom).toBe(2);
    expect((found?.error ?? 0) ** 2).toBeCloseTo(4 + 4 / 3, 9);
    expect(found?.weights).toEqual([1, 1 / 3, 1 / 3, 1 / 3]);
  });

  it('holds the truth in 95 of 100 intervals where groups stray by themselves', () => {
    const next = sequence(7);
    const normal = () => Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next());
    let held = 0;
    for (let study = 0; study < 1_000; study += 1) {
      const groups = Array.from({ length: 12 }, (_, index) => {
        const variance = 0.2 + (index % 4) * 0.3;
        return group(index < 4, (index < 4 ? 1.5 : 0) + normal() * 0.7 + normal() * Math.sqrt(variance), variance);
      });
      const { low, high } = groupDifference(groups)?.interval ?? { low: 0, high: 0 };
      if (low <= 1.5 && high >= 1.5) held += 1;
    }
    expect(held).toBeGreaterThanOrEqual(930);
    expect(held).toBeLessThanOrEqual(985);
  });
});

describe('the placebo test', () => {
  // Fisher (The Design of Experiments, 1935), the lady tasting tea: all of four cups out of eight told, one way in 70; two-sided two.
  it('finds the lady’s one chance in seventy, both ways', () => {
    const cups = Array.from({ length: 8 }, (_, index) => group(index < 4, index < 4 ? 1 : 0, 0.25));
    expect(placebo(cups)).toEqual({ p: 2 / 70, tried: 70, exhaustive: true });
  });

  it('says the same of the same groups, and nothing where there is no other way to assign', () => {
    const many = Array.from({ length: 30 }, (_, index) => group(index < 6, Math.sin(index), 0.1));
    expect(placebo(many)).toEqual(placebo(many));
    expect(placebo(many)?.exhaustive).toBe(false);
    expect(placebo([group(true, 1, 1)])).toBeNull();
  });
});

describe('power', () => {
  // Bloom (Evaluation Review 19, 1995): with a large sample the smallest detectable effect is 2.8 standard errors (5 %, two-sided, 80 %).
  it('needs an effect of 2.8 standard errors', () => {
    const spread = { variance: 1, samplingVariance: 1, degreesOfFreedom: 100_000 };
    expect(smallestDetectable(spread)).toBeCloseTo(2.8, 2);
  });

  // By hand: half of the smallest detectable effect needs four times the rows, if rows are all that is missing.
  it('tells how many times the rows are needed, or that no number of rows is enough', () => {
    const rows = { variance: 1, samplingVariance: 1, degreesOfFreedom: 30 };
    expect(rowsNeededTimes(smallestDetectable(rows) / 2, rows)).toBeCloseTo(4, 9);
    const groups = { variance: 1, samplingVariance: 0.1, degreesOfFreedom: 30 };
    expect(rowsNeededTimes(smallestDetectable(groups) / 2, groups)).toBeNull();
  });
});

describe('relative differences', () => {
  // Physicians' Health Study (NEJM 321, 1989): heart attacks 139 of 11,037 with aspirin, 239 of 11,034 without: 0.58 (0.47 to 0.72).
  it('give the aspirin trial’s relative risk', () => {
    const found = relativeDifference({ part: 139, whole: 11_037 }, { part: 239, whole: 11_034 });
    expect(1 + (found?.value ?? 0)).toBeCloseTo(0.58, 2);
    expect(1 + (found?.interval.low ?? 0)).toBeCloseTo(0.47, 2);
    expect(1 + (found?.interval.high ?? 0)).toBeCloseTo(0.72, 2);
    expect(relativeDifference({ part: 0, whole: 5 }, { part: 1, whole: 5 })).toBeNull();
  });

  // By hand: 0.30 after, 0.06 of it the effect: 25 % of 0.24; a certain "after" leaves the variance (1 + 0.25)² V / 0.24².
  it('of an effect count what is in both sides once', () => {
    const found = relativeEffect(0.06, 0.0004, 0.3, 0);
    expect(found?.value).toBeCloseTo(0.25, 9);
    expect((found?.interval.high ?? 0) - 0.25).toBeCloseTo((1.959964 * 1.25 * 0.02) / 0.24, 6);
    expect(relativeEffect(0.4, 0.01, 0.3, 0.01)).toBeNull();
  });

  // Fisher and Yates, Statistical Tables: the 5 % points of chi-square with 1 and 5 degrees of freedom.
  it('and the chi-square tail is that of the tables', () => {
    expect(chiSquareAbove(3.841, 1)).toBeCloseTo(0.05, 3);
    expect(chiSquareAbove(11.07, 5)).toBeCloseTo(0.05, 4);
    expect(chiSquareAbove(3, 0)).toBe(1);
  });
});
