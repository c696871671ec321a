import type { Period } from '../metric/types.ts';
import { addDays, addMonths, daysIn, earlier, later, monthEnd, monthStart, quarterStart, yearStart } from './days.ts';

export interface MonthVolume {
  /** First day of the month and last day of it that has been loaded. */
  bucket: string;
  bucketEnd: string;
  partial: boolean;
  orders: number;
}

export type PresetName =
  | 'Complete'
  | 'MonthSoFar'
  | 'QuarterSoFar'
  | 'YearSoFar'
  | 'Days30'
  | 'Days90'
  | 'Quarter'
  | 'LastYear'
  | 'All';

/** A month with less than this share of the usual month is a data set's fading end, not trade. */
const realVolume = 0.25;

function median(values: number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The last month that is over and had at least a quarter of the median month's orders. Data sets often end in a thin tail. */
export function lastRealMonth(months: readonly MonthVolume[]): string | undefined {
  const over = months.filter((month) => !month.partial && month.bucketEnd === monthEnd(month.bucket));
  const usual = median(over.filter((month) => month.orders > 0).map((month) => month.orders));
  return over.findLast((month) => month.orders > 0 && month.orders >= usual * realVolume)?.bucket;
}

/** The three months up to the last real one; a shop younger than a month shows all it has. */
export function completeMonths(months: readonly MonthVolume[], firstDay: string, asOf: string): Period {
  const last = lastRealMonth(months);
  if (last === undefined) return { from: firstDay, to: asOf };
  return { from: later(addMonths(last, -2), firstDay), to: monthEnd(last) };
}

/** Every preset counts back from the shop's as-of day, never from the wall clock. */
export function presets(complete: Period, firstDay: string, asOf: string): Record<PresetName, Period> {
  const inside = (period: Period): Period => ({ from: later(period.from, firstDay), to: earlier(period.to, asOf) });
  const quarter = addDays(quarterStart(addDays(asOf, 1)), -1);
  // To their ends: the API cuts what they are compared with where today cuts them.
  const running = (from: string, months: number): Period => ({
    from: later(from, firstDay),
    to: addDays(addMonths(from, months), -1),
  });
  const yearBefore = addDays(yearStart(asOf), -1);
  return {
    Complete: complete,
    MonthSoFar: running(monthStart(asOf), 1),
    QuarterSoFar: running(quarterStart(asOf), 3),
    YearSoFar: running(yearStart(asOf), 12),
    Days30: inside({ from: addDays(asOf, -29), to: asOf }),
    Days90: inside({ from: addDays(asOf, -89), to: asOf }),
    Quarter: inside({ from: quarterStart(quarter), to: quarter }),
    LastYear: inside({ from: yearStart(yearBefore), to: yearBefore }),
    All: { from: firstDay, to: asOf },
  };
}

/** What there is of a period: one that is not over ends today. One that has not begun keeps its days. */
export const soFar = ({ from, to }: Period, asOf: string): Period => ({
  from,
  to: from > asOf ? to : earlier(to, asOf),
});

export const samePeriod = (a: Period, b: Period): boolean => a.from === b.from && a.to === b.to;

/** The window a trend shows around the period: at least twelve months up to its end, so that a quarter is read in its year. */
export function trendWindow(period: Period, firstDay: string): Period {
  return { from: earlier(period.from, later(addMonths(period.to, -11), firstDay)), to: period.to };
}

/** The period's last month against the month before, where the period has more than one and ends with a month. */
export function lastMonthOf(period: Period): Period | undefined {
  const from = monthStart(period.to);
  return period.to === monthEnd(period.to) && period.from < from ? { from, to: period.to } : undefined;
}

/** Twelve whole months to the period's end, however long the period: as many columns as a table can hold. */
export function yearTo(period: Period, firstDay: string): Period {
  return { from: later(addMonths(period.to, -11), firstDay), to: period.to };
}

/** Fifteen whole months to the period's end: what a KPI's sparkline shows. */
export function sparkWindow(period: Period, firstDay: string): Period {
  return { from: earlier(addMonths(period.to, -14), later(period.from, firstDay)), to: period.to };
}

const wholeMonths = (period: Period): boolean =>
  period.from === monthStart(period.from) && period.to === monthEnd(period.to);

const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));

/** What PREVIOUS_PERIOD means: whole months against as many months before, anything else against as many days. */
export function previousPeriod(period: Period): Period {
  const to = addDays(period.from, -1);
  if (!wholeMonths(period)) return { from: addDays(to, 1 - daysIn(period)), to };
  return { from: addMonths(period.from, monthNumber(period.from) - monthNumber(period.to) - 1), to };
}

/** What SAME_WEEKDAYS_LAST_YEAR means: 52 weeks back, whatever the period. */
export const sameWeekdaysLastYear = (period: Period): Period => ({
  from: addDays(period.from, -364),
  to: addDays(period.to, -364),
});

/** What SAME_PERIOD_LAST_YEAR means: whole months against their namesakes; other days 52 weeks back, Monday against Monday. */
export function samePeriodLastYear(period: Period): Period {
  if (wholeMonths(period)) return { from: addMonths(period.from, -12), to: monthEnd(addMonths(period.to, -12)) };
  return sameWeekdaysLastYear(period);
}

/** A day so many months earlier; the last of a month stays the last. */
function monthsBefore(day: string, months: number): string {
  const first = addMonths(day, -months);
  if (day === monthEnd(day)) return monthEnd(first);
  return earlier(addDays(first, daysIn({ from: monthStart(day), to: day }) - 1), monthEnd(first));
}

/** The days a period is compared with, where today cuts it: they end at the same place as it does. */
export function comparedSoFar(asked: Period, other: Period, asOf: string): Period {
  if (asOf >= asked.to || asOf < asked.from) return other;
  const months = monthNumber(asked.from) - monthNumber(other.from);
  const end =
    wholeMonths(asked) && wholeMonths(other)
      ? monthsBefore(asOf, months)
      : addDays(asOf, 1 - daysIn({ from: other.from, to: asked.from }));
  return { from: other.from, to: earlier(end, other.to) };
}
