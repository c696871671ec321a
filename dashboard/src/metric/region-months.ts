import type { HeatRow } from '../charts/index.ts';
import type { Lang, MetricAnswer, MetricPoint } from './types.ts';

export interface RegionMonths {
  columns: { key: string; label: string }[];
  rows: HeatRow[];
}

/** Regions down, months across. A month in which a region had nothing due is a gap, not a zero. */
export function regionMonths(
  answer: MetricAnswer,
  lang: Lang,
  minSample: number,
  write: { month(day: string): string; count(n: number): string },
): RegionMonths {
  const buckets = [...new Set(answer.series.flatMap((series) => series.points.map((point) => point.bucket)))].sort();
  const rows = answer.series.map((series): HeatRow => {
    const points = new Map(series.points.map((point) => [point.bucket, point]));
    const [key] = series.key;
    return {
      key: key?.value ?? '',
      label: key?.label[lang] ?? '',
      note: write.count(series.points.reduce((sum, point) => sum + point.sample, 0)),
      cells: buckets.map((bucket) => cellOf(points.get(bucket), minSample)),
    };
  });
  return { columns: buckets.map((bucket) => ({ key: bucket, label: write.month(bucket) })), rows };
}

function cellOf(point: MetricPoint | undefined, minSample: number) {
  if (!point) return { value: null, sample: 0 };
  return { value: point.value ?? null, sample: point.sample, tooFew: point.sample < minSample, young: !point.mature };
}

/** The top of a sequential scale: the largest value of a cell that is rated. */
export function widestValue(answer: MetricAnswer): number {
  const values = answer.series
    .flatMap((series) => series.points)
    .filter((point) => point.status !== 'TOO_FEW' && !point.partial);
  return Math.max(0, ...values.map((point) => point.value ?? 0));
}
