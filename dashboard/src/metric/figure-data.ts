import type { DimensionValue, MetricHead, MetricPoint } from './types.ts';

interface FigurePoint {
  value?: number | null;
  bucket: string;
  bucketEnd: string;
}

/** What a reader that is not a person needs to ask the API the same question. */
export function figureData(
  head: Pick<MetricHead, 'id'>,
  point: FigurePoint | MetricPoint,
  key: readonly Pick<DimensionValue, 'dimension' | 'value'>[] = [],
) {
  return {
    'data-metric': head.id,
    'data-value': String(point.value ?? null),
    'data-bucket': point.bucket,
    'data-bucket-end': point.bucketEnd,
    ...(key.length > 0
      ? { 'data-key': key.map(({ dimension, value }) => `${dimension}=${value ?? ''}`).join('&') }
      : {}),
  };
}
