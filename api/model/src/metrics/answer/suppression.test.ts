import { expect, it } from 'vitest';
import { suppressBucket } from './suppression.ts';
import type { MetricPoint } from './types.ts';

const points = (...samples: number[]): MetricPoint[] =>
  samples.map((sample) => ({
    bucket: '2018-01-01',
    bucketEnd: '2018-01-31',
    value: sample,
    numerator: sample,
    denominator: null,
    sample,
    interval: null,
    status: 'NO_TARGET',
    suppressed: false,
    approximate: false,
    mature: true,
    completed: null,
    partial: false,
    comparisons: [],
  }));
const shown = (...samples: number[]) => {
  const bucket = points(...samples);
  suppressBucket(bucket);
  return bucket.map((point) => (point.suppressed ? 'hidden' : point.value));
};

it('hides a small slice and the next smallest, so that the total gives nothing away', () => {
  expect(shown(100, 3, 20, 8)).toEqual([100, 'hidden', 20, 'hidden']);
});
it('hides several small slices and no more: their sum does not tell them apart', () => {
  expect(shown(100, 3, 20, 4)).toEqual([100, 'hidden', 20, 'hidden']);
});
it('hides a small figure that stands alone', () => {
  expect(shown(4)).toEqual(['hidden']);
  expect(shown(5)).toEqual([5]);
});
it('shows an empty slice: it points at nobody', () => {
  expect(shown(0, 9)).toEqual([0, 9]);
});
it('leaves nothing of what it hides', () => {
  const [point] = points(3);
  suppressBucket([point as MetricPoint]);
  expect(point).toMatchObject({
    value: null,
    numerator: null,
    denominator: null,
    sample: 0,
    interval: null,
    suppressed: true,
    comparisons: [],
  });
});

it('hides of an earlier period what its own figures would hide', () => {
  const compared = [40, 3, 9, 0].map((sample) => {
    const [point] = points(50) as [MetricPoint];
    const comparison = { value: sample, numerator: sample, denominator: null, sample, change: 1, verdict: 'BETTER' };
    return { ...point, comparisons: [comparison as MetricPoint['comparisons'][number]] };
  });
  suppressBucket(compared);
  expect(
    compared.map(({ value, comparisons: [first] }) => [value, first?.value, first?.change, first?.verdict]),
  ).toEqual([
    [50, 40, 1, 'BETTER'],
    [50, null, null, 'UNKNOWN'],
    [50, null, null, 'UNKNOWN'],
    [50, 0, 1, 'BETTER'],
  ]);
});
