import { expectedRepeats, foreseen, studentMean, type BgNbd, type BgNbdFit } from '../../statistics/index.ts';
import type { Arrivals, HistoryGroup } from './read.ts';
import type { Diagnostics, FrequencyRow, TrackedWeek } from './types.ts';

const DAY = 86_400_000;
/** Repeat customers beyond are told together. */
const MOST_REPEATS = 5;
const GOOD = 0.1;
const ROUGH = 0.25;

const addDays = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10);
const daysFrom = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / DAY);

/** Repeat orders week by week, as they came and as the model has them for those who had come by then. */
export function track(
  model: BgNbd,
  arrivals: readonly Arrivals[],
  { from, asOf, fittedTo }: { from: string; asOf: string; fittedTo: string },
): TrackedWeek[] {
  const span = daysFrom(from, asOf);
  const expectedBy = Array.from({ length: span + 1 }, (_, days) => expectedRepeats(model, days));
  const days = arrivals.map(({ back, ...counts }) => ({ at: span - back, ...counts }));
  const weeks = Math.floor((span + 1) / 7);
  return Array.from({ length: weeks }, (_, index) => {
    const end = index * 7 + 6;
    const known = days.filter(({ at }) => at <= end);
    return {
      day: addDays(from, end),
      actual: known.reduce((sum, { again }) => sum + again, 0),
      expected: known.reduce((sum, { first, at }) => sum + first * (expectedBy[end - at] ?? 0), 0),
      heldOut: addDays(from, end) > fittedTo,
    };
  });
}

/** Whether those who had come often before the hold-out came as often in it as the model says. */
export function byFrequency(then: readonly HistoryGroup[], seen: Float64Array): FrequencyRow[] {
  const rows = Map.groupBy(
    then.map((group, at) => ({ ...group, expected: group.customers * seen[at]! })),
    ({ repeats }) => Math.min(repeats, MOST_REPEATS),
  );
  return [...rows]
    .toSorted(([a], [b]) => a - b)
    .map(([repeats, groups]) => {
      const customers = groups.reduce((sum, each) => sum + each.customers, 0);
      const later = groups.reduce((sum, each) => sum + each.later, 0);
      const expected = groups.reduce((sum, each) => sum + each.expected, 0);
      // Within a history only the sum is known: its mean stands for each of them.
      const squares = groups.reduce((sum, each) => sum + each.later ** 2 / each.customers + each.later, 0);
      return {
        repeats,
        andMore: repeats === MOST_REPEATS,
        customers,
        actual: later / customers,
        expected: expected / customers,
        interval: studentMean({ n: customers, sum: later, squares }),
      };
    });
}

/** Pearson's correlation of how often and how much, over repeat customers. */
export function correlationOf(
  groups: readonly { purchases: number; mean: number; customers: number }[],
): number | null {
  const n = groups.reduce((sum, each) => sum + each.customers, 0);
  if (n < 3) return null;
  const mean = (of: (each: (typeof groups)[number]) => number) =>
    groups.reduce((sum, each) => sum + of(each) * each.customers, 0) / n;
  const [x, y] = [mean(({ purchases }) => purchases), mean((each) => each.mean)];
  const together = mean(({ purchases, mean: value }) => (purchases - x) * (value - y));
  const spread = mean(({ purchases }) => (purchases - x) ** 2) * mean((each) => (each.mean - y) ** 2);
  return spread > 0 ? together / Math.sqrt(spread) : null;
}

export function diagnosticsOf(
  fit: BgNbdFit,
  then: readonly HistoryGroup[],
  weeks: TrackedWeek[],
  { asOf, fittedTo, correlation }: { asOf: string; fittedTo: string; correlation: number | null },
): Diagnostics {
  const days = daysFrom(fittedTo, asOf);
  const actual = then.reduce((sum, { later }) => sum + later, 0);
  const seen = foreseen(fit, then, days).purchases;
  const expected = then.reduce((sum, { customers }, at) => sum + customers * seen[at]!, 0);
  const error = actual > 0 ? expected / actual - 1 : null;
  const away = Math.abs(error ?? Infinity);
  return {
    fittedTo,
    days,
    actual,
    expected,
    error,
    verdict: away <= GOOD ? 'good' : away <= ROUGH ? 'rough' : 'poor',
    weeks,
    byFrequency: byFrequency(then, seen),
    correlation,
  };
}

/** The last quarter of the history is held out, half a year at most. */
export const holdOutStart = (from: string, asOf: string): string =>
  addDays(asOf, -Math.min(182, Math.floor(daysFrom(from, asOf) / 4)));
