// Days are text (`YYYY-MM-DD`) in the shop's zone; they are counted in UTC so that no browser zone can move one.

import type { Grain, Period } from '../metric/types.ts';

const at = (day: string): Date => new Date(`${day}T00:00:00Z`);
const text = (time: Date): string => time.toISOString().slice(0, 10);

export function addDays(day: string, days: number): string {
  const time = at(day);
  time.setUTCDate(time.getUTCDate() + days);
  return text(time);
}

export const monthStart = (day: string): string => `${day.slice(0, 7)}-01`;

/** First day of the month `months` away. */
export function addMonths(day: string, months: number): string {
  const time = at(monthStart(day));
  time.setUTCMonth(time.getUTCMonth() + months);
  return text(time);
}

export const monthEnd = (day: string): string => addDays(addMonths(day, 1), -1);

export const yearStart = (day: string): string => `${day.slice(0, 4)}-01-01`;

export function quarterStart(day: string): string {
  const month = Number(day.slice(5, 7));
  return `${day.slice(0, 4)}-${String(month - ((month - 1) % 3)).padStart(2, '0')}-01`;
}

export const daysIn = (period: Period): number =>
  Math.round((at(period.to).getTime() - at(period.from).getTime()) / 86_400_000) + 1;

export const later = (a: string, b: string): string => (a > b ? a : b);
export const earlier = (a: string, b: string): string => (a < b ? a : b);

/** Monday of the day's ISO week. */
export function weekStart(day: string): string {
  const weekday = (at(day).getUTCDay() + 6) % 7;
  return addDays(day, -weekday);
}

const starts: Record<Grain, (day: string) => string> = {
  TOTAL: (day) => day,
  DAY: (day) => day,
  WEEK: weekStart,
  MONTH: monthStart,
  QUARTER: quarterStart,
  YEAR: yearStart,
};

const lasts: Record<Grain, (start: string) => string> = {
  TOTAL: (start) => start,
  DAY: (start) => start,
  WEEK: (start) => addDays(start, 6),
  MONTH: monthEnd,
  QUARTER: (start) => addDays(addMonths(start, 3), -1),
  YEAR: (start) => `${start.slice(0, 4)}-12-31`,
};

/** Widened to whole buckets, so that a chart's ends are cut only where the data itself begins or ends. */
export function wholeBuckets(period: Period, grain: Grain, firstDay: string, asOf: string): Period {
  const end = lasts[grain](starts[grain](period.to));
  return { from: later(starts[grain](period.from), firstDay), to: earlier(end, asOf) };
}
