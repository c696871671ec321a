import { describe, expect, it } from 'vitest';

import { contributionsOf, rankChanges, strengthOf } from './change.ts';
import type { MetricAnswer, MetricComparison, MetricHead, MetricSeries } from './types.ts';

const head = (id: string, unit: MetricHead['unit'] = 'PERCENT'): MetricHead => ({
  id,
  unit,
  title: { en: id, zh: id },
  decimals: 1,
  polarity: 'HIGHER_IS_BETTER',
  version: 1,
});

interface Counts {
  now: [number, number];
  before: [number, number];
  half?: number;
  significant?: boolean;
}

function series(metric: MetricHead, counts: Counts, region?: string): MetricSeries {
  const value = counts.now[0] / counts.now[1];
  const compared = counts.before[0] / counts.before[1];
  const change = value - compared;
  const comparison: MetricComparison = {
    kind: 'PREVIOUS_PERIOD',
    period: { from: '2018-03-01', to: '2018-05-31' },
    value: compared,
    numerator: counts.before[0],
    denominator: counts.before[1],
    change,
    changeRatio: change / compared,
    changeInterval: { low: change - (counts.half ?? 0.01), high: change + (counts.half ?? 0.01), method: 'NEWCOMBE' },
    significant: counts.significant ?? true,
    verdict: 'BETTER',
  };
  return {
    metric,
    key: region === undefined ? [] : [{ dimension: 'REGION', value: region, label: { en: region, zh: region } }],
    points: [
      {
        bucket: '2018-06-01',
        bucketEnd: '2018-08-31',
        value,
        numerator: counts.now[0],
        denominator: counts.now[1],
        sample: counts.now[1],
        status: 'MET',
        suppressed: false,
        approximate: false,
        mature: true,
        partial: false,
        comparisons: [comparison],
      },
    ],
  };
}

const answer = (all: MetricSeries[]): MetricAnswer => ({
  series: all,
  truncatedSeries: 0,
  dataVersion: '1',
  period: { from: '2018-06-01', to: '2018-08-31' },
  grain: 'TOTAL',
  explain: [],
});

describe('what changed', () => {
  const kept = head('PROMISE_KEPT_RATE');
  const sp = series(kept, { now: [900, 1000], before: [700, 1000] }, 'SP');
  const rj = series(kept, { now: [450, 500], before: [90, 100] }, 'RJ');
  const total = series(kept, { now: [1350, 1500], before: [790, 1100] });

  it('is shared out over the slices without rest', () => {
    const parts = contributionsOf([sp, rj], total, 'PREVIOUS_PERIOD');
    expect(parts.reduce((sum, each) => sum + each.part, 0)).toBeCloseTo(1350 / 1500 - 790 / 1100, 12);
  });

  it('names the slice with the largest part first, even against the grain of the total', () => {
    const worse = series(kept, { now: [10, 400], before: [390, 400] }, 'AM');
    const whole = series(kept, { now: [1360, 1900], before: [1180, 1500] });
    expect(contributionsOf([sp, rj, worse], whole, 'PREVIOUS_PERIOD')[0]?.key.value).toBe('AM');
  });

  it('is measured in half widths of its own interval', () => {
    const [comparison] = series(kept, { now: [60, 100], before: [50, 100], half: 0.05 }).points[0]?.comparisons ?? [];
    expect(strengthOf(comparison as MetricComparison)).toBeCloseTo(2, 9);
  });

  it('puts noise last, whatever its size', () => {
    const noisy = series(head('REPURCHASE_RATE_90D'), {
      now: [30, 100],
      before: [10, 100],
      half: 0.3,
      significant: false,
    });
    const ranked = rankChanges(
      answer([noisy, total]),
      undefined,
      ['REPURCHASE_RATE_90D', 'PROMISE_KEPT_RATE'],
      'PREVIOUS_PERIOD',
    );
    expect(ranked.map((each) => [each.metric.id, each.noise])).toEqual([
      ['PROMISE_KEPT_RATE', false],
      ['REPURCHASE_RATE_90D', true],
    ]);
  });

  it('leaves out a count that rose from nothing', () => {
    const grown = series(head('ORDERS', 'COUNT'), { now: [50, 1], before: [0, 1] });
    const [comparison] = grown.points[0]?.comparisons ?? [];
    if (comparison) comparison.changeRatio = null;
    expect(rankChanges(answer([grown]), undefined, ['ORDERS'], 'PREVIOUS_PERIOD')).toEqual([]);
  });

  it('leaves out a metric that had nothing to compare with', () => {
    const young = series(kept, { now: [10, 20], before: [10, 20] });
    const point = young.points[0];
    if (point) point.comparisons = [];
    expect(rankChanges(answer([young]), undefined, ['PROMISE_KEPT_RATE'], 'PREVIOUS_PERIOD')).toEqual([]);
  });
});
