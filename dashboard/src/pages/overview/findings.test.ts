import { describe, expect, it } from 'vitest';

import type { MetricAnswer, MetricComparison, MetricPoint } from '../../metric/types.ts';
import { findings } from './findings.ts';

const period = { from: '2018-06-01', to: '2018-08-31' };
const month = { from: '2018-08-01', to: '2018-08-31' };

interface Told {
  metric: string;
  key?: string;
  now: [number, number];
  before: [number, number];
  half: number;
}

function answer(...told: Told[]): MetricAnswer {
  const series = told.map(({ metric, key, now, before, half }) => {
    const value = now[0] / now[1];
    const change = value - before[0] / before[1];
    const comparison: MetricComparison = {
      kind: 'PREVIOUS_PERIOD',
      period,
      value: before[0] / before[1],
      numerator: before[0],
      denominator: before[1],
      change,
      changeInterval: { low: change - half, high: change + half, method: 'NEWCOMBE' },
      significant: Math.abs(change) > half,
      verdict: 'WORSE',
    };
    const point: MetricPoint = {
      bucket: period.from,
      bucketEnd: period.to,
      value,
      numerator: now[0],
      denominator: now[1],
      sample: now[1],
      status: 'NO_TARGET',
      suppressed: false,
      approximate: false,
      mature: true,
      partial: false,
      comparisons: [comparison],
    };
    const head = {
      id: metric,
      title: { en: metric, zh: metric },
      unit: 'PERCENT' as const,
      decimals: 1,
      polarity: 'NEUTRAL' as const,
      version: 1,
    };
    return {
      metric: head,
      key: key === undefined ? [] : [{ dimension: 'LATE', value: key, label: { en: key, zh: key } }],
      points: [point],
    };
  });
  return { series, truncatedSeries: 0, dataVersion: '1', period, grain: 'TOTAL', explain: [] };
}

describe('the findings of a period', () => {
  const kept = { metric: 'PROMISE_KEPT_RATE', now: [940, 1000], before: [870, 1000], half: 0.02 } satisfies Told;
  const negative = { metric: 'NEGATIVE_REVIEW_RATE', now: [110, 1000], before: [160, 1000], half: 0.03 } satisfies Told;
  const august = answer({ ...kept, now: [460, 500], before: [490, 500], half: 0.01 });
  const base = { period, kind: 'PREVIOUS_PERIOD' as const, byRegion: undefined, byLate: undefined, month: undefined };

  it('rank the last month among the others by its own strength', () => {
    const all = findings({
      ...base,
      totals: answer(kept, negative),
      month: { period: month, total: august, byRegion: undefined },
    });
    expect(all.map((each) => [each.change.metric.id, each.month?.from])).toEqual([
      ['PROMISE_KEPT_RATE', '2018-08-01'],
      ['PROMISE_KEPT_RATE', undefined],
      ['NEGATIVE_REVIEW_RATE', undefined],
    ]);
  });

  it('leave a last month out that did not really move', () => {
    const still = answer({ ...kept, now: [471, 500], before: [470, 500], half: 0.03 });
    expect(
      findings({ ...base, totals: answer(kept), month: { period: month, total: still, byRegion: undefined } }),
    ).toHaveLength(1);
  });

  it('say how much rarer late parcels became beside the negative reviews', () => {
    const byLate = answer(
      { metric: 'NEGATIVE_REVIEW_RATE', key: 'late', now: [18, 40], before: [70, 140], half: 0.1 },
      { metric: 'NEGATIVE_REVIEW_RATE', key: 'on_time', now: [77, 960], before: [69, 860], half: 0.1 },
    );
    const [first] = findings({ ...base, totals: answer(negative), byLate });
    expect(first?.late).toEqual({ now: 0.04, before: 0.14, late: 0.45, onTime: 77 / 960 });
  });
});
