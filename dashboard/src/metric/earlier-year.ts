import { addDays, addMonths, monthEnd } from '../filters/days.ts';
import type { Grain, MetricPoint, Period } from './types.ts';

/** Days and weeks are compared 52 weeks earlier, so that Mondays meet Mondays; longer buckets with the same dates. */
const byWeeks = (grain: Grain): boolean => grain === 'DAY' || grain === 'WEEK';

const back = 364;

export function earlierYear(window: Period, grain: Grain): Period {
  if (byWeeks(grain)) return { from: addDays(window.from, -back), to: addDays(window.to, -back) };
  return { from: addMonths(window.from, -12), to: monthEnd(addMonths(window.to, -12)) };
}

const yearOn = (day: string): string => `${Number(day.slice(0, 4)) + 1}${day.slice(4)}`;

/** The earlier points laid under the present ones. */
export function broughtForward(points: readonly MetricPoint[], grain: Grain): MetricPoint[] {
  const move = (day: string) => (byWeeks(grain) ? addDays(day, back) : yearOn(day));
  return points.map((point) => ({ ...point, bucket: move(point.bucket), bucketEnd: move(point.bucketEnd) }));
}
