import { daysIn } from '../filters/days.ts';
import { soFar } from '../filters/periods.ts';
import type { MetricPoint } from './types.ts';

/** A count spread over the days of its bucket, as far as they have been. */
export function perDay(point: MetricPoint | undefined, asOf: string): number | null {
  if (!point || point.value === null || point.value === undefined) return null;
  return point.value / daysIn(soFar({ from: point.bucket, to: point.bucketEnd }, asOf));
}

/** One figure for each of another: orders a customer. Nothing to divide by is no value. */
export function per(part: MetricPoint | undefined, whole: MetricPoint | undefined): number | null {
  if (part?.value == null || !whole?.value) return null;
  return part.value / whole.value;
}
