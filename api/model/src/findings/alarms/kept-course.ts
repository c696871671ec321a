import { dayText } from '../../metrics/planner/calendar.ts';
import { countToCome } from '../../statistics/prediction.ts';
import type { Course } from './course.ts';

/** A stretch of a course as it is kept: what was seen, expected, and from where on it is unusual, day by day. */
export interface KeptCourse {
  from: string;
  observed: number[];
  /** Null while nothing was known yet. */
  expected: (number | null)[];
  upper: (number | null)[];
  /** Between which numbers the day's count lies in 95 of 100 cases. */
  low: (number | null)[];
  high: (number | null)[];
}

const rounded = (value: number): number | null => (Number.isNaN(value) ? null : Math.round(value * 1_000) / 1_000);

/** Days `from` to `to` of a history that begins on day `first`. */
export function keptCourse(
  counts: ArrayLike<number>,
  { expected, limit, variance }: Course,
  { first, from, to }: { first: number; from: number; to: number },
): KeptCourse {
  const start = Math.max(0, from);
  const days = Array.from({ length: Math.max(0, Math.min(counts.length - 1, to) - start + 1) }, (_, at) => start + at);
  const ranges = days.map((day) =>
    Number.isNaN(expected[day] ?? Number.NaN) ? null : countToCome(expected[day] ?? 0, variance[day] ?? 0),
  );
  return {
    from: dayText(first + start),
    observed: days.map((day) => counts[day] ?? 0),
    expected: days.map((day) => rounded(expected[day] ?? Number.NaN)),
    upper: days.map((day) => rounded(limit[day] ?? Number.NaN)),
    low: ranges.map((range) => (range ? Math.floor(range.low) : null)),
    high: ranges.map((range) => (range ? Math.ceil(range.high) : null)),
  };
}
