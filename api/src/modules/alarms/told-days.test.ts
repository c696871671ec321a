import { expect, test } from 'vitest';
import { toldDays } from './told-days.ts';

test('a day with few, and what would tell it by subtraction, is not told; empty days are', () => {
  expect(toldDays([9, 8, 0, 7], 5)).toEqual([9, 8, 0, 7]);
  expect(toldDays([9, 8, 3, 0, 7, 6], 5)).toEqual([9, null, null, 0, null, 6]);
  expect(toldDays([2, 0, 0], 5)).toEqual([null, 0, 0]);
  expect(toldDays([9, 3, 0, 1], 1)).toEqual([9, 3, 0, 1]);
});

test('whatever stretch is told, the days in it that are not hold none or enough', () => {
  for (let seed = 1; seed < 80; seed++) {
    const counts = Array.from({ length: 20 }, (_, day) => (Math.imul(seed * 7919 + day, 2654435761) >>> 13) % 9);
    const told = toldDays(counts, 5);
    for (let from = 0; from < counts.length; from++)
      for (let to = from; to < counts.length; to++) {
        // A whole stretch is told by a metric only where its edges are busy, and it is asked with them.
        const busy = [...counts.keys()].filter((at) => counts[at]! > 0 && at >= from && at <= to);
        if (busy.some((at) => [busy[0], busy.at(-1)].includes(at) && told[at] === null)) continue;
        const rest = busy.reduce((sum, at) => sum + (told[at] === null ? counts[at]! : 0), 0);
        expect(rest === 0 || rest >= 5, `${counts} ${from}–${to}`).toBe(true);
      }
  }
});
