import { describe, expect, it } from 'vitest';
import { scorecardRows } from './scorecard-rows.ts';
import type { MetricAnswer, MetricPoint, MetricSeries, Polarity } from './types.ts';

const point = (value: number | null, half: number, change: Partial<MetricPoint> = {}): MetricPoint => ({
  bucket: '2024-01-01',
  bucketEnd: '2024-03-31',
  value,
  sample: 50,
  interval: value === null ? null : { low: value - half, high: value + half, method: 'wilson' },
  status: 'NO_TARGET',
  suppressed: false,
  approximate: false,
  mature: true,
  partial: false,
  comparisons: [],
  ...change,
});

const series = (id: string, agent: string | null | undefined, only: MetricPoint, polarity: Polarity): MetricSeries => ({
  metric: { id, title: { en: id, zh: id }, unit: 'PERCENT', decimals: 1, polarity, version: 1 },
  key:
    agent === undefined
      ? []
      : [{ dimension: 'AGENT', value: agent, label: { en: `Agent ${agent}`, zh: `${agent} 号` } }],
  points: [only],
});

const answer = (all: MetricSeries[]): MetricAnswer => ({
  series: all,
  truncatedSeries: 0,
  dataVersion: '1',
  period: { from: '2024-01-01', to: '2024-03-31' },
  grain: 'TOTAL',
  explain: [],
});

const up = 'HIGHER_IS_BETTER';
const down = 'LOWER_IS_BETTER';
const whole = answer([
  series('CASES', undefined, point(100, 0), 'NEUTRAL'),
  series('CSAT', undefined, point(0.8, 0.01), up),
  series('TRANSFERS', undefined, point(0.2, 0.01), down),
]);

describe('a scorecard', () => {
  const rows = scorecardRows(
    ['CASES', 'CSAT', 'TRANSFERS'],
    answer([
      series('CASES', 'A1', point(60, 0), 'NEUTRAL'),
      series('CASES', 'A2', point(30, 0), 'NEUTRAL'),
      series('CASES', null, point(10, 0), 'NEUTRAL'),
      series('CSAT', 'A1', point(0.95, 0.05), up),
      series('CSAT', 'A2', point(0.5, 0.1, { status: 'TOO_FEW' }), up),
      series('TRANSFERS', 'A1', point(0.4, 0.1), down),
    ]),
    whole,
  );

  it('has a row for each who is known, the first metric’s order kept', () => {
    expect(rows.map(({ key }) => key)).toEqual(['A1', 'A2']);
  });

  it('judges only where the interval leaves the shop’s figure out, by what is better', () => {
    expect(rows[0]?.cells.map(({ tone }) => tone)).toEqual([undefined, 'good', 'bad']);
  });

  it('neither judges what is too few nor invents what is absent', () => {
    expect(rows[1]?.cells.map(({ tone, tooFew, point: own }) => [tone, tooFew, own?.value])).toEqual([
      [undefined, false, 30],
      [undefined, true, 0.5],
      [undefined, false, undefined],
    ]);
  });

  it('says nothing without metrics, and does not judge what overlaps or has nothing to be held against', () => {
    expect(scorecardRows([], whole, whole)).toEqual([]);
    const close = answer([series('CSAT', 'A1', point(0.82, 0.05), up)]);
    expect(scorecardRows(['CSAT'], close, whole)[0]?.cells[0]?.tone).toBeUndefined();
    expect(scorecardRows(['CSAT'], close, undefined)[0]?.cells[0]?.tone).toBeUndefined();
  });
});
