import { expect, it } from 'vitest';

import { pairOf, pairRows, worst } from './pair-rows.ts';
import type { MetricSeries } from './types.ts';

const pair = (carrier: string | null, region: string, value: number, sample: number): MetricSeries => ({
  metric: {
    id: 'PARCEL_ON_TIME_RATE',
    title: { en: 'Parcels on time', zh: '准时' },
    unit: 'PERCENT',
    decimals: 1,
    polarity: 'HIGHER_IS_BETTER',
    version: 1,
  },
  key: [
    { dimension: 'CARRIER', value: carrier, label: { en: `Carrier ${carrier}`, zh: `${carrier}` } },
    { dimension: 'REGION', value: region, label: { en: region, zh: region } },
  ],
  points: [
    {
      bucket: '2026-05-01',
      bucketEnd: '2026-05-31',
      value,
      sample,
      status: 'NO_TARGET',
      suppressed: false,
      approximate: false,
      mature: true,
      partial: false,
      comparisons: [],
    },
  ],
});

const series = [
  pair('b', 'XJ', 0.7, 200),
  pair('a', 'ZJ', 0.99, 900),
  pair(null, 'ZJ', 0.1, 90),
  pair('c', 'XZ', 0, 3),
];

it('pairs stand worst first; few rows and unknown sides lead no league', () => {
  const rows = pairRows(series, 'en', { count: String }, 30);
  expect(worst(rows, 'HIGHER_IS_BETTER', 5).map(({ label, value }) => [label, value])).toEqual([
    ['Carrier b × XJ', 0.7],
    ['Carrier a × ZJ', 0.99],
  ]);
  expect(worst(rows, 'LOWER_IS_BETTER', 1).map(({ label }) => label)).toEqual(['Carrier a × ZJ']);
});

it('a row opens the rows of both its sides', () => {
  const [row] = pairRows(series, 'en', { count: String }, 30);
  expect(pairOf(row?.key ?? '', ['CARRIER', 'REGION'])).toEqual([
    { dimension: 'CARRIER', value: 'b' },
    { dimension: 'REGION', value: 'XJ' },
  ]);
  expect(row?.marking).toMatchObject({ 'data-key': 'CARRIER=b&REGION=XJ' });
});
