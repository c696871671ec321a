import { addDays, monthStart, naturalBucket } from '../../planner/calendar.ts';
import { SMALLEST_SHOWN } from '../suppression.ts';

/** Calendar cells, each made of the next: a cell is parted only where its own parts are no small groups. */
const ladder = ['YEAR', 'QUARTER', 'MONTH', 'DAY'] as const;
type Rung = (typeof ladder)[number];

const startOf = (day: string, rung: Rung): string => (rung === 'DAY' ? day : naturalBucket(day, rung).from);
const endOf = (day: string, rung: Rung): string => addDays(rung === 'DAY' ? day : naturalBucket(day, rung).to, 1);

/** How many there were in each cell of each rung, by its first day; what is not named had none. */
export type Counted = Readonly<Record<Rung, ReadonlyMap<string, number>>>;

function summed(counts: ReadonlyMap<string, number>, rung: Rung): Map<string, number> {
  const sums = new Map<string, number>();
  for (const [day, count] of counts) {
    const first = startOf(day, rung);
    sums.set(first, (sums.get(first) ?? 0) + count);
  }
  return sums;
}

export const countedOf = (months: ReadonlyMap<string, number>, days: ReadonlyMap<string, number>): Counted => ({
  YEAR: summed(months, 'YEAR'),
  QUARTER: summed(months, 'QUARTER'),
  MONTH: months,
  DAY: days,
});

/** Years that are looked at on each side of a new year for the nearest one that is not empty. */
const YEARS_AROUND = 2;
const aroundOf = (day: string): { from: string; to: string } => {
  const year = Number(day.slice(0, 4));
  return { from: `${year - YEARS_AROUND}-01-01`, to: `${year + YEARS_AROUND}-01-01` };
};

type Cells = ReadonlyMap<string, number>;

/** The count of the last cell before a day that is not empty; undefined where all are since `from`. */
function nearestBefore(day: string, from: string, rung: Rung, counts: Cells): number | undefined {
  for (let cell = day; cell > from;) {
    cell = startOf(addDays(cell, -1), rung);
    const count = counts.get(cell) ?? 0;
    if (count > 0) return count;
  }
  return undefined;
}

function nearestAfter(day: string, to: string, rung: Rung, counts: Cells): number | undefined {
  for (let cell = day; cell < to; cell = endOf(cell, rung)) {
    const count = counts.get(cell) ?? 0;
    if (count > 0) return count;
  }
  return undefined;
}

const enough = (count: number): boolean => count >= SMALLEST_SHOWN;

/**
 * May a period begin with this day, and the one before end there? Between two such edges lie none, or no small group, whichever
 * two: so no difference of two periods is a small group. An edge with nothing between it and a coarser one is that coarser one.
 */
export function mayPart(day: string, counted: Counted): boolean {
  const rung = ladder.find((each) => startOf(day, each) === day) ?? 'DAY';
  const coarser = ladder[ladder.indexOf(rung) - 1];
  const whole = coarser ? { from: startOf(day, coarser), to: endOf(day, coarser) } : aroundOf(day);
  const before = nearestBefore(day, whole.from, rung, counted[rung]);
  const after = nearestAfter(day, whole.to, rung, counted[rung]);
  if (coarser && after === undefined) return mayPart(whole.to, counted);
  if (coarser && before === undefined) return mayPart(whole.from, counted);
  // Where all begins and where all ends leave nothing outside that could be subtracted.
  return before === undefined || after === undefined || (enough(before) && enough(after));
}

/** What has to be counted to judge these edges. */
export function neededFor(edges: readonly string[]): { months: { from: string; to: string }; days: string[] } {
  const sorted = edges.toSorted();
  const [least = '', most = ''] = [sorted[0], sorted.at(-1)];
  const parted = sorted.filter((day) => day !== monthStart(day)).map(monthStart);
  return {
    months: { from: aroundOf(least).from, to: addDays(aroundOf(endOf(most, 'YEAR')).to, -1) },
    days: [...new Set(parted)],
  };
}

/** Whole months in a row, so many at most, as periods. */
export function stretchesOf(months: readonly string[], most = 24): { from: string; to: string }[] {
  const stretches: { from: string; to: string; months: number }[] = [];
  for (const month of months.toSorted()) {
    const last = stretches.at(-1);
    const to = addDays(endOf(month, 'MONTH'), -1);
    if (last && addDays(last.to, 1) === month && last.months < most) {
      last.to = to;
      last.months += 1;
    } else stretches.push({ from: month, to, months: 1 });
  }
  return stretches.map(({ from, to }) => ({ from, to }));
}
