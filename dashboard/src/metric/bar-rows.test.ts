import { expect, it } from 'vitest';
import { barRows } from './bar-rows.ts';
import type { MetricSeries } from './types.ts';

const slice = (value: string | null, count: number | null): MetricSeries => ({
  metric: {
    id: 'COMPLAINTS',
    title: { en: 'Complaints', zh: '投诉数' },
    unit: 'COUNT',
    decimals: 0,
    polarity: 'LOWER_IS_BETTER',
    version: 1,
  },
  key: [{ dimension: 'CAUSE', value, label: { en: value ?? '–', zh: value ?? '–' } }],
  points: [
    {
      bucket: '2024-01-01',
      bucketEnd: '2024-03-31',
      value: count,
      sample: count ?? 0,
      status: 'NO_TARGET',
      suppressed: false,
      approximate: false,
      mature: true,
      partial: false,
      comparisons: [],
    },
  ],
});

it('bars stand largest first, the rows without a value last under their own name, and nothing for nothing', () => {
  const rows = barRows(
    [slice('carrier', 4), slice(null, 9), slice('merchant', 7), slice('product', 0)],
    'en',
    'nobody',
  );
  expect(rows.map(({ key, label, value }) => [key, label, value])).toEqual([
    ['merchant', 'merchant', 7],
    ['carrier', 'carrier', 4],
    ['', 'nobody', 9],
  ]);
  expect(rows[0]?.marking).toMatchObject({ 'data-key': 'CAUSE=merchant', 'data-value': '7' });
});
