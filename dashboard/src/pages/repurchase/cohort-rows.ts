import type { CohortCell, CohortRow } from '../../charts/index.ts';
import { figureData } from '../../metric/figure-data.ts';
import { seriesOf, type MetricAnswer, type MetricPoint, type MetricSeries } from '../../metric/types.ts';

function cellOf(series: MetricSeries, point: MetricPoint | undefined, minSample: number): CohortCell | null {
  if (!point || point.value == null || point.sample === 0) return null;
  return {
    value: point.value,
    interval: point.interval ?? null,
    sample: point.sample,
    mature: point.mature && !point.partial,
    tooFew: point.status === 'TOO_FEW' || point.sample < minSample,
    marking: figureData(series.metric, point, series.key),
  };
}

/** Months in which somebody ordered first; the size is what the shortest window could observe of it. */
export function cohortRows(
  answer: MetricAnswer,
  windows: readonly string[],
  write: { month(day: string): string },
  minSample: (metric: string) => number,
): CohortRow[] {
  const series = windows.map((metric) => seriesOf(answer, metric));
  const buckets = [...new Set(series.flatMap((each) => each?.points.map((point) => point.bucket) ?? []))].sort();
  return buckets.flatMap((bucket): CohortRow[] => {
    const points = series.map((each) => each?.points.find((point) => point.bucket === bucket));
    const cells = series.map((each, at) => (each ? cellOf(each, points[at], minSample(each.metric.id)) : null));
    if (cells.every((cell) => cell === null)) return [];
    return [{ key: bucket, label: write.month(bucket), size: points[0]?.sample ?? null, cells }];
  });
}
