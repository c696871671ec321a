import { describe, expect, it } from 'vitest';
import { addDays, monthStart } from '../../planner/calendar.ts';
import { hiddenCells, maybeTold, type Cell } from './cells.ts';
import { countedOf, mayPart, neededFor, stretchesOf, type Counted } from './edges.ts';

const line = (...samples: number[]): Cell[] =>
  samples.map((sample, at) => ({ codes: [String(at)], sample, cut: false }));
const hidden = (cells: readonly Cell[]): number[] => [...hiddenCells(cells)].toSorted((a, b) => a - b);

describe('of slices', () => {
  it('a small one is hidden, and the next smallest with it', () => {
    expect(hidden(line(100, 3, 20, 8))).toEqual([1, 3]);
  });
  it('several that are a small group together are hidden with one that is not', () => {
    expect(hidden(line(100, 1, 20, 2))).toEqual([1, 2, 3]);
    expect(hidden(line(100, 3, 20, 4))).toEqual([1, 3]);
  });
  it('empty ones are shown and protect nobody', () => {
    expect(hidden(line(0, 3, 0, 9))).toEqual([1, 3]);
    expect(hidden(line(0, 3))).toEqual([1]);
  });
  it('every row and every column of a table that holds a hidden cell holds two', () => {
    const cells = [9, 3, 8, 7, 12, 30, 6, 14, 50].map((sample, at): Cell => ({
      codes: [String(Math.floor(at / 3)), String(at % 3)],
      sample,
      cut: false,
    }));
    const found = hidden(cells);
    expect(found).toContain(1);
    for (const along of [0, 1])
      for (const group of Map.groupBy(found, (at) => cells[at]!.codes[along]).values())
        expect(group.length).toBeGreaterThan(1);
  });
  it('a filter is told where it holds none of the hidden ones, or all', () => {
    const cells = line(100, 3, 20, 8);
    const of = hiddenCells(cells);
    const told = (...chosen: number[]): boolean => maybeTold(cells, of, new Set(chosen));
    expect([told(0), told(0, 2), told(0, 1, 2, 3), told(1, 3), told(0, 1, 3)]).toEqual([true, true, true, true, true]);
    expect([told(1), told(3), told(0, 2, 3), told(0, 1, 2)]).toEqual([false, false, false, false]);
  });
});

/** A shop of so many orders a day, from the first of a month on. */
function counted(from: string, perDay: readonly number[]): Counted {
  const days = new Map(perDay.map((n, at) => [addDays(from, at), n]));
  const months = new Map<string, number>();
  for (const [day, n] of days) months.set(monthStart(day), (months.get(monthStart(day)) ?? 0) + n);
  return countedOf(months, days);
}
/** The same dice each time. */
function dice(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}

describe('of days', () => {
  it('a busy shop may be asked by any day', () => {
    const busy = counted(
      '2025-01-01',
      Array.from({ length: 90 }, () => 12),
    );
    expect(mayPart('2025-02-17', busy)).toBe(true);
  });
  it('a day of a few is told from neither side, and a month of a few neither; a year may be enough where its months are not', () => {
    const thin = counted(
      '2025-01-01',
      Array.from({ length: 90 }, (_, day) => (day === 45 ? 2 : 12)),
    );
    expect(
      ['2025-02-14', '2025-02-15', '2025-02-16', '2025-02-17', '2025-02-18'].map((day) => mayPart(day, thin)),
    ).toEqual([true, false, false, true, true]);
    const quiet = counted('2025-01-01', [
      ...Array.from({ length: 31 }, () => 12),
      3,
      ...Array.from({ length: 27 }, () => 0),
      ...Array.from({ length: 40 }, () => 2),
    ]);
    const may = ['2025-01-01', '2025-02-01', '2025-03-01', '2025-04-01', '2025-04-05', '2026-01-01'];
    expect(may.map((day) => mayPart(day, quiet))).toEqual([true, false, false, true, false, true]);
  });
  it('no two days at which periods may part have a few between them, whatever the shop', () => {
    for (let seed = 1; seed <= 100; seed += 1) {
      const roll = dice(seed);
      const often = roll();
      const perDay = Array.from({ length: 181 }, () => (roll() < often ? Math.floor(roll() ** 3 * 30) : 0));
      const shop = counted('2025-01-01', perDay);
      const edges = perDay.flatMap((_, at) => (mayPart(addDays('2025-01-01', at), shop) ? [at] : []));
      const sums = edges.map((from, nth) =>
        perDay.slice(from, edges[nth + 1] ?? perDay.length).reduce((all, n) => all + n, 0),
      );
      const whole = sums.reduce((all, n) => all + n, 0);
      expect(edges[0]).toBe(0);
      expect(whole < 5 ? [] : sums.filter((sum) => sum > 0 && sum < 5), `seed ${seed}`).toEqual([]);
    }
  });
  it('counts the months around, and the days of months that are parted', () => {
    expect(neededFor(['2025-03-01', '2025-05-17'])).toEqual({
      months: { from: '2023-01-01', to: '2027-12-31' },
      days: ['2025-05-01'],
    });
    expect(stretchesOf(['2025-02-01', '2025-01-01', '2025-05-01'])).toEqual([
      { from: '2025-01-01', to: '2025-02-28' },
      { from: '2025-05-01', to: '2025-05-31' },
    ]);
  });
});
