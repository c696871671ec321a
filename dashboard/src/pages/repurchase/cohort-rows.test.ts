import { describe, expect, it } from 'vitest';
import type { MetricAnswer, MetricPoint, MetricSeries } from '../../metric/types.ts';
import { cohortRows } from './cohort-rows.ts';

const point = (
  bucket: string,
  value: number | null,
  sample: number,
  change: Partial<MetricPoint> = {},
): MetricPoint => ({
  bucket,
  bucketEnd: bucket,
  value,
  sample,
  status: 'NO_TARGET',
  suppressed: false,
  approximate: false,
  mature: true,
  partial: false,
  comparisons: [],
  ...change,
});
const series = (id: string, points: MetricPoint[]): MetricSeries => ({
  metric: { id, title: { en: id, zh: id }, unit: 'PERCENT', decimals: 2, polarity: 'HIGHER_IS_BETTER', version: 1 },
  key: [],
  points,
});
const answer = (all: MetricSeries[]): MetricAnswer => ({
  series: all,
  truncatedSeries: 0,
  dataVersion: '1',
  period: { from: '2018-01-01', to: '2018-03-31' },
  grain: 'MONTH',
  explain: [],
});
const write = { month: (day: string) => day.slice(0, 7) };
const rows = (all: MetricSeries[]) => cohortRows(answer(all), ['A30', 'A365'], write, () => 100);

describe('cohort rows', () => {
  it('a window nobody has been through is blank, not zero', () => {
    const [january] = rows([
      series('A30', [point('2018-01-01', 0.01, 900)]),
      series('A365', [point('2018-01-01', null, 0)]),
    ]);
    expect(january?.cells[0]).toMatchObject({ value: 0.01, mature: true, tooFew: false });
    expect(january?.cells[1]).toBeNull();
    expect(january?.size).toBe(900);
  });

  it('a month cut by today is young, and a cohort below the minimum is too few', () => {
    const [january, february] = rows([
      series('A30', [point('2018-01-01', 0.01, 900, { partial: true }), point('2018-02-01', 1, 2)]),
    ]);
    expect(january?.cells[0]?.mature).toBe(false);
    expect(february?.cells[0]?.tooFew).toBe(true);
    expect(february?.cells[1]).toBeNull();
  });

  it('months in which nobody ordered first are left out', () => {
    expect(rows([series('A30', [point('2018-01-01', null, 0)])])).toEqual([]);
    expect(rows([])).toEqual([]);
  });
});
