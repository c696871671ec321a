import type { MetricAccess, MetricPoint } from './types.ts';

/** Below this sample a figure could point at persons; who sees aggregates only does not see it. */
export const SMALLEST_SHOWN = 5;
export const suppresses = ({ role }: MetricAccess): boolean => role === 'executive';
export const isSmall = (sample: number): boolean => sample > 0 && sample < SMALLEST_SHOWN;

export function suppress(point: MetricPoint): void {
  const hidden = { value: null, numerator: null, denominator: null, interval: null } as const;
  Object.assign(point, {
    ...hidden,
    sample: 0,
    status: 'TOO_FEW',
    suppressed: true,
    completed: null,
    comparisons: [],
  } satisfies Partial<MetricPoint>);
}

/**
 * Small figures of one bucket over all slices; where slices add up to a total and a single one is hidden, the next smallest is
 * hidden too, so that the total gives nothing away.
 */
export function suppressBucket(points: readonly MetricPoint[]): void {
  const hidden = points.filter((point) => isSmall(point.sample));
  const shown = points.filter((point) => point.sample >= SMALLEST_SHOWN);
  const next = shown.reduce<MetricPoint | undefined>(
    (least, point) => (least && least.sample <= point.sample ? least : point),
    undefined,
  );
  hidden.forEach(suppress);
  if (hidden.length === 1 && points.length > 1 && next) suppress(next);
}
