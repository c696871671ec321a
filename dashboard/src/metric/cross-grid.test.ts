import { describe, expect, it } from 'vitest';
import { crossGrid } from './cross-grid.ts';
import type { MetricSeries } from './types.ts';

const pair = (channel: string, hour: string, value: number | null, sample: number): MetricSeries => ({
  metric: {
    id: 'RESPONSE_IN_TIME_RATE',
    title: { en: 'In time', zh: '及时' },
    unit: 'PERCENT',
    decimals: 1,
    polarity: 'HIGHER_IS_BETTER',
    version: 1,
  },
  key: [
    { dimension: 'CHANNEL', value: channel, label: { en: channel.toUpperCase(), zh: channel } },
    { dimension: 'HOUR', value: hour, label: { en: hour, zh: hour } },
  ],
  points: [
    {
      bucket: '2024-01-01',
      bucketEnd: '2024-03-31',
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

const count = (n: number) => `${n}`;
const series = [pair('chat', '10', 0.9, 40), pair('phone', '9', 0.5, 90), pair('chat', '9', 0.8, 12)];

describe('two dimensions crossed', () => {
  it('stands the larger rows first and the hours in order, and leaves a gap where nothing was', () => {
    const { columns, rows } = crossGrid(series, 'en', 30, { count });
    expect(columns.map(({ key }) => key)).toEqual(['9', '10']);
    expect(rows.map(({ label, note }) => `${label} ${note}`)).toEqual(['PHONE 90', 'CHAT 52']);
    expect(rows[0]?.cells.map(({ value }) => value)).toEqual([0.5, null]);
    expect(rows[1]?.cells.map(({ value, tooFew }) => [value, tooFew])).toEqual([
      [0.8, true],
      [0.9, false],
    ]);
  });

  it('can be turned: the same cells, hours down', () => {
    const { columns, rows } = crossGrid(series, 'zh', 30, { count }, true);
    expect(columns.map(({ label }) => label)).toEqual(['phone', 'chat']);
    expect(rows.map(({ key, cells }) => [key, ...cells.map(({ value }) => value)])).toEqual([
      ['9', 0.5, 0.8],
      ['10', null, 0.9],
    ]);
  });
});
