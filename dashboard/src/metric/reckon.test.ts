import { expect, it } from 'vitest';

import { beyond, lengthOf, mostFirst, oneIn, partOf, secondsOf, sumOf } from './reckon.ts';

it('is what cards make of figures, nothing of nothing included', () => {
  const rows = [{ n: 2 }, { n: 5 }];
  expect([partOf(1, 4), partOf(3, 0)]).toEqual([0.25, 0]);
  expect([sumOf(rows, ({ n }) => n), sumOf([], () => 1)]).toEqual([7, 0]);
  expect(mostFirst(rows, ({ n }) => n).map(({ n }) => n)).toEqual([5, 2]);
  expect([beyond(9, 4), oneIn(0.004), lengthOf(1, 4), lengthOf(null, 4), secondsOf(3)]).toEqual([
    5,
    250,
    '25%',
    '0%',
    180,
  ]);
});
