import type { ComparedEvent, ComparisonKind, Grain, Period } from '../answer/types.ts';

// Days are text (`YYYY-MM-DD`) and whole days since 1970 inside: no zone can move them.
const MS_A_DAY = 86_400_000;
export const dayNumber = (day: string): number => Date.parse(`${day}T00:00:00Z`) / MS_A_DAY;
export const dayText = (number: number): string => new Date(number * MS_A_DAY).toISOString().slice(0, 10);
export const addDays = (day: string, days: number): string => dayText(dayNumber(day) + days);
/** The years that are looked at: any other is a slip of the pen. */
const YEARS = /^(19|20|21)/;
export const inCalendar = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(dayNumber(text)) && dayText(dayNumber(text)) === text;
/** A day that exists, and lies in 1900…2199; 2018-02-30 does not. */
export const isDay = (text: string): boolean => YEARS.test(text) && inCalendar(text);

const year = (day: string) => Number(day.slice(0, 4));
const month = (day: string) => Number(day.slice(5, 7));
const firstOf = (y: number, m: number): string => dayText(Date.UTC(y, m - 1, 1) / MS_A_DAY);
export const monthStart = (day: string): string => `${day.slice(0, 7)}-01`;
const addMonths = (first: string, months: number): string => firstOf(year(first), month(first) + months);
const monthEnd = (day: string): string => addDays(addMonths(monthStart(day), 1), -1);
export const isWholeMonths = ({ from, to }: Period): boolean => from === monthStart(from) && to === monthEnd(to);
export const monthsBetween = ({ from, to }: Period): number =>
  (year(to) - year(from)) * 12 + month(to) - month(from) + 1;

/** The whole calendar bucket a day lies in; weeks are ISO, from Monday. */
export function naturalBucket(day: string, grain: Exclude<Grain, 'TOTAL'>): Period {
  if (grain === 'DAY') return { from: day, to: day };
  if (grain === 'WEEK') {
    const from = addDays(day, -((dayNumber(day) + 3) % 7));
    return { from, to: addDays(from, 6) };
  }
  const months = { MONTH: 1, QUARTER: 3, YEAR: 12 }[grain];
  const from = firstOf(year(day), month(day) - ((month(day) - 1) % months));
  return { from, to: addDays(addMonths(from, months), -1) };
}

export interface Bucket extends Period {
  /** The first day of the whole calendar bucket: what the database groups by. */
  key: string;
  /** Shorter than its calendar bucket, because the period cuts it. */
  clipped: boolean;
}

/** The buckets of a period, the first and last clipped to it; undefined when there would be more than `most`. */
export function bucketsOf(period: Period, grain: Grain, most: number): Bucket[] | undefined {
  if (grain === 'TOTAL') return [{ ...period, key: period.from, clipped: false }];
  const buckets: Bucket[] = [];
  for (let day = period.from; day <= period.to;) {
    if (buckets.length === most) return undefined;
    const natural = naturalBucket(day, grain);
    const to = natural.to < period.to ? natural.to : period.to;
    buckets.push({ from: day, to, key: natural.from, clipped: day !== natural.from || to !== natural.to });
    day = addDays(natural.to, 1);
  }
  return buckets;
}

/** Days to read, and how they are laid over the buckets of the main period. */
export interface Window extends Period {
  /** undefined: the main period itself. */
  kind?: ComparisonKind;
  /** Of SAME_DAYS_OF_EVENT: the event by which the days meet. */
  event?: ComparedEvent;
  shift: { days: number } | { months: number };
}

const daysBack = (main: Period, kind: ComparisonKind, days: number): Window => ({
  kind,
  from: addDays(main.from, -days),
  to: addDays(main.to, -days),
  shift: { days },
});

/** The same days relative to an event of an earlier year: day −3 meets day −3, whatever the calendar says of them. */
export const eventWindow = (main: Period, { code, label, day, earlierDay }: ComparedEvent): Window => ({
  ...daysBack(main, 'SAME_DAYS_OF_EVENT', dayNumber(day) - dayNumber(earlierDay)),
  event: { code, label, day, earlierDay },
});

/**
 * The period a comparison looks at. Whole calendar months (so quarters and years) compare with as many calendar months; any other
 * period with as many days right before, or with the days 364 days ago. Days and weeks of last year always lie 364 days back:
 * 52 weeks, so that a Monday meets a Monday.
 */
export function comparisonWindow(
  main: Period,
  kind: Exclude<ComparisonKind, 'SAME_DAYS_OF_EVENT' | 'GIVEN_PERIOD'>,
  grain: Grain,
): Window {
  if (kind === 'SAME_WEEKDAYS_LAST_YEAR') return daysBack(main, kind, 364);
  const fine = grain === 'DAY' || grain === 'WEEK';
  if (!isWholeMonths(main) || (fine && kind === 'SAME_PERIOD_LAST_YEAR')) {
    return daysBack(main, kind, kind === 'PREVIOUS_PERIOD' ? dayNumber(main.to) - dayNumber(main.from) + 1 : 364);
  }
  const months = kind === 'PREVIOUS_PERIOD' ? monthsBetween(main) : 12;
  const from = addMonths(main.from, -months);
  const to = monthEnd(addMonths(monthStart(main.to), -months));
  if (!fine) return { kind, from, to, shift: { months } };
  // Months differ in length, so days and weeks are laid over each other by their place in the period.
  const back = dayNumber(main.from) - dayNumber(from);
  const last = addDays(main.to, -back);
  return { kind, from, to: last < to ? last : to, shift: { days: back } };
}

/** A day so many months earlier; the last of a month stays the last. `buckets.ts` says the same in SQL. */
function monthsBefore(day: string, months: number): string {
  const last = monthEnd(addMonths(monthStart(day), -months));
  if (day === monthEnd(day)) return last;
  const same = addDays(monthStart(last), dayNumber(day) - dayNumber(monthStart(day)));
  return same < last ? same : last;
}

/**
 * The days a bucket is compared with; undefined where the other period has none (the 31st against a month of 30 days). What today
 * cuts short is compared with as many days of the other bucket, and what has not begun with none.
 */
export function comparedDays(bucket: Bucket, window: Window, today: string | null): Period | undefined {
  const whole = comparedBucket(bucket, window);
  if (!whole || today === null || bucket.to <= today) return whole;
  if (bucket.from > today) return undefined;
  const last = 'months' in window.shift ? monthsBefore(today, window.shift.months) : addDays(today, -window.shift.days);
  return { from: whole.from, to: last < whole.to ? last : whole.to };
}

/** The whole of them, as if the bucket were over. */
export function comparedBucket(bucket: Bucket, window: Window): Period | undefined {
  if ('months' in window.shift) {
    if (bucket.from !== monthStart(bucket.from) || bucket.to !== monthEnd(bucket.to)) return undefined;
    return {
      from: addMonths(bucket.from, -window.shift.months),
      to: monthEnd(addMonths(monthStart(bucket.to), -window.shift.months)),
    };
  }
  const from = addDays(bucket.from, -window.shift.days);
  const to = addDays(bucket.to, -window.shift.days);
  return from > window.to ? undefined : { from, to: to < window.to ? to : window.to };
}

export const coversWholeMonths = (windows: readonly Window[], grain: Grain): boolean =>
  grain !== 'DAY' &&
  grain !== 'WEEK' &&
  windows.every((window) => isWholeMonths(window) && !('days' in window.shift && window.shift.days > 0));
