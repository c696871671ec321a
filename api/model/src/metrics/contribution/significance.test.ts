import { expect, it } from 'vitest';
import { newcombeDifference } from '../../statistics/intervals.ts';
import { beyondChance, chanceOf, contributionInterval } from './significance.ts';

const shares = (part1: number, whole1: number, part0: number, whole0: number) => ({
  now: { n: part1, d: whole1 },
  before: { n: part0, d: whole0 },
});

it('chance falls with the distance from the interval, 5 % at its border', () => {
  expect(chanceOf(2, { low: 0, high: 4, method: '' })).toBeCloseTo(0.05, 6);
  expect(chanceOf(-2, { low: -9, high: 0, method: '' })).toBeCloseTo(0.05, 6);
  expect(chanceOf(2, { low: 1, high: 3, method: '' })).toBeCloseTo(0.0000887, 6); // z = 3.92
  expect(chanceOf(1, { low: -1, high: 3, method: '' })).toBeCloseTo(0.3271, 3); // z = 0.98
  expect([chanceOf(0, { low: -1, high: 1, method: '' }), chanceOf(3, { low: 3, high: 3, method: '' })]).toEqual([1, 0]);
});

it('of many slices more is asked than of one', () => {
  expect(beyondChance([0.04])).toEqual([true]);
  expect(beyondChance([0.04, 0.9, 0.8])).toEqual([false, false, false]);
  expect(beyondChance([0.04, 0.001, null, 0.02])).toEqual([true, true, null, true]);
  expect(beyondChance([0.03, 0.001, 0.026])).toEqual([false, true, false]);
});

it('a slice that is the whole has the interval of the whole', () => {
  const whole = shares(900, 1000, 850, 1000);
  const rateChange = newcombeDifference({ part: 900, whole: 1000 }, { part: 850, whole: 1000 });
  const interval = contributionInterval(whole, whole, 0.05, { rateChange, times: 1 });
  expect(interval?.low).toBeCloseTo(rateChange?.low ?? 0, 10);
  expect(interval?.high).toBeCloseTo(rateChange?.high ?? 0, 10);
});

it('a small slice within a large shop is seldom beyond chance, whatever its own rate did', () => {
  const total = shares(9000, 10_000, 9000, 10_000);
  const slice = shares(4, 5, 5, 5);
  const rateChange = newcombeDifference({ part: 4, whole: 5 }, { part: 5, whole: 5 });
  const interval = contributionInterval(slice, total, 0.0005 * -0.2, { rateChange, times: 1 });
  expect(interval).toMatchObject({ low: expect.closeTo(-0.0003, 3), high: expect.closeTo(0.0001, 3) });
  expect((interval?.low ?? 0) < 0 && (interval?.high ?? 0) > 0).toBe(true);
  expect(contributionInterval(slice, total, 0, { rateChange: null, times: 1 })).toBeNull();
});
