import { describe, expect, it } from 'vitest';
import { metricById, type Metric, type MetricId } from '../catalogue.ts';
import { comparisonOf } from './compare.ts';
import { figureOf, type RawNumbers } from './figure.ts';

const metric = (id: MetricId): Metric => metricById(id) as Metric;
const period = { from: '2018-01-01', to: '2018-01-31' };
const compare = (id: MetricId, now: RawNumbers, then: RawNumbers | null, { per = 1, settled = true } = {}) => {
  const of = (numbers: RawNumbers) => figureOf(metric(id), numbers, per);
  return comparisonOf(
    { metric: metric(id), per, settled },
    { kind: 'PREVIOUS_PERIOD' },
    period,
    of(now),
    then && of(then),
  );
};

describe('a change', () => {
  it('of a share is in points, with Newcombe’s interval, and better or worse by the polarity', () => {
    expect(compare('ON_TIME_DELIVERY_RATE', [950, 1000], [900, 1000])).toMatchObject({
      value: 0.9,
      numerator: 900,
      denominator: 1000,
      significant: true,
      verdict: 'BETTER',
      changeInterval: { method: 'newcombe' },
    });
    expect(compare('ON_TIME_DELIVERY_RATE', [950, 1000], [900, 1000]).change).toBeCloseTo(0.05, 12);
    expect(compare('NEGATIVE_REVIEW_RATE', [300, 1000], [200, 1000])).toMatchObject({
      significant: true,
      verdict: 'WORSE',
    });
  });
  it('that chance explains is noise', () => {
    expect(compare('ON_TIME_DELIVERY_RATE', [46, 50], [45, 50])).toMatchObject({
      significant: false,
      verdict: 'NOISE',
    });
    expect(compare('ORDERS', [105], [100])).toMatchObject({ change: 5, changeRatio: 0.05, verdict: 'NOISE' });
  });
  it('of a metric without polarity is neutral however large', () => {
    expect(compare('REVIEWS', [2000], [100])).toMatchObject({ significant: true, verdict: 'NEUTRAL' });
  });
  it('of counts, sums, means and percentiles each has its interval', () => {
    expect(compare('ORDERS', [1500], [1000])).toMatchObject({
      verdict: 'BETTER',
      changeInterval: { method: 'poisson-ratio' },
    });
    expect(compare('GMV', [500_000, 50, 6e9], [100_000, 10, 1.2e9], { per: 100 })).toMatchObject({
      change: 4000,
      changeInterval: { method: 'compound-poisson' },
    });
    expect(compare('AVERAGE_REVIEW_SCORE', [480, 100, 2400], [300, 100, 1100])).toMatchObject({
      verdict: 'BETTER',
      changeInterval: { method: 'welch' },
    });
    expect(
      compare('DELIVERY_DAYS_P50', [864_000, 90, 777_600, 950_400], [432_000, 90, 345_600, 518_400], { per: 86_400 }),
    ).toMatchObject({
      change: 5,
      changeInterval: { low: 5 - Math.SQRT2, high: 5 + Math.SQRT2, method: 'order-statistics' },
      verdict: 'WORSE',
    });
  });
  it('against nothing is unknown', () => {
    const unknown = { change: null, changeRatio: null, changeInterval: null, significant: null, verdict: 'UNKNOWN' };
    expect(compare('ON_TIME_DELIVERY_RATE', [950, 1000], [0, 0])).toMatchObject({ ...unknown, value: null, sample: 0 });
    expect(compare('ON_TIME_DELIVERY_RATE', [0, 0], [950, 1000])).toMatchObject(unknown);
    expect(compare('ORDERS', [5], null)).toMatchObject({ ...unknown, sample: null });
    expect(compare('ORDERS', [5], [0])).toMatchObject({
      change: 5,
      changeRatio: null,
      significant: null,
      verdict: 'UNKNOWN',
    });
  });
  it('of a young point gets no verdict', () => {
    expect(compare('ON_TIME_DELIVERY_RATE', [950, 1000], [900, 1000], { settled: false })).toMatchObject({
      significant: null,
      verdict: 'UNKNOWN',
    });
  });

  it('of rates, indices and levels each has its own interval, told in the metric’s unit', () => {
    expect(compare('COMPLAINT_RATE', [60, 10_000, 0, null], [30, 10_000, 0, null])).toMatchObject({
      value: 30,
      change: 30,
      changeInterval: { method: 'poisson-exact' },
      verdict: 'WORSE',
    });
    expect(compare('COMPLAINT_RATE', [31, 10_000, 0, null], [30, 10_000, 0, null])).toMatchObject({ verdict: 'NOISE' });
    expect(compare('DAMAGE_RATE', [90, 10_000], [30, 10_000])).toMatchObject({
      change: expect.closeTo(60, 9),
      changeInterval: { method: 'newcombe' },
    });
    expect(compare('NPS', [60, 100, 80], [20, 100, 60])).toMatchObject({
      value: 20,
      change: expect.closeTo(40, 9),
      changeInterval: { method: 'nps-normal' },
      verdict: 'BETTER',
    });
    expect(
      compare('SERVICE_COST_PER_ORDER', [5e6, 1000, 1e9, null], [1e6, 1000, 1e8, null], { per: 100 }),
    ).toMatchObject({
      change: 40,
      changeInterval: { method: 'compound-poisson' },
      verdict: 'WORSE',
    });
    expect(compare('MEMBERS', [200], [100])).toMatchObject({ change: 100, changeInterval: null, verdict: 'UNKNOWN' });
  });
});
