import type { MetricAccess, MetricComparison, MetricPoint } from './types.ts';

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

const unknownComparison = {
  value: null,
  numerator: null,
  denominator: null,
  sample: null,
  change: null,
  changeRatio: null,
  changeInterval: null,
  significant: null,
  verdict: 'UNKNOWN',
} as const satisfies Partial<MetricComparison>;

/**
 * Which of the figures of one bucket over all slices are small; where slices add up to a total and a single one is, the next smallest is
 * hidden too, so that the total gives nothing away.
 */
export function hiddenAmong(samples: readonly number[]): Set<number> {
  const hidden = new Set(samples.flatMap((sample, index) => (isSmall(sample) ? [index] : [])));
  const shown = samples.flatMap((sample, index) => (sample >= SMALLEST_SHOWN ? [{ sample, index }] : []));
  const next = shown.reduce<(typeof shown)[number] | undefined>(
    (least, each) => (least && least.sample <= each.sample ? least : each),
    undefined,
  );
  if (hidden.size === 1 && samples.length > 1 && next) hidden.add(next.index);
  return hidden;
}

/** Nothing of it is told. */
export function hideComparison(comparison: MetricComparison): void {
  Object.assign(comparison, unknownComparison);
}

/** What is told of an earlier period is hidden as its figures would be, asked for themselves. */
function suppressComparisons(points: readonly MetricPoint[]): void {
  const most = Math.max(0, ...points.map(({ comparisons }) => comparisons.length));
  for (let nth = 0; nth < most; nth += 1) {
    const hidden = hiddenAmong(points.map(({ comparisons }) => comparisons[nth]?.sample ?? 0));
    for (const index of hidden) {
      const comparison = points[index]?.comparisons[nth];
      if (comparison) hideComparison(comparison);
    }
  }
}

export function suppressBucket(points: readonly MetricPoint[]): void {
  const hidden = hiddenAmong(points.map((point) => point.sample));
  suppressComparisons(points);
  points.forEach((point, index) => (hidden.has(index) ? suppress(point) : undefined));
}
