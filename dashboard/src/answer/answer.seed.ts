import type { Change } from '../metric/change.ts';
import type {
  MetricAnswer,
  MetricComparison,
  MetricHead,
  MetricPoint,
  MetricSeries,
  MetricUnit,
} from '../metric/types.ts';

const UNITS: Record<string, [MetricUnit, number]> = {
  ORDERS: ['COUNT', 0],
  DELIVERY_DAYS_P50: ['DAYS', 1],
  DELIVERY_DAYS_P90: ['DAYS', 1],
  PROMISED_DAYS_P50: ['DAYS', 0],
  AVERAGE_REVIEW_SCORE: ['SCORE', 2],
};

const TITLES: Record<string, { en: string; zh: string }> = {
  PROMISE_KEPT_RATE: { en: 'Promise kept', zh: '应达达成率' },
  NEGATIVE_REVIEW_RATE: { en: 'Negative review rate', zh: '差评率' },
  ORDERS: { en: 'Orders', zh: '订单量' },
};

export function head(id: string, change: Partial<MetricHead> = {}): MetricHead {
  const [unit, decimals] = UNITS[id] ?? ['PERCENT', 1];
  return {
    id,
    title: TITLES[id] ?? { en: id, zh: id },
    unit,
    decimals,
    polarity: 'HIGHER_IS_BETTER',
    version: 1,
    ...change,
  };
}

export function point(value: number | null, change: Partial<MetricPoint> = {}): MetricPoint {
  return {
    bucket: '2018-06-01',
    bucketEnd: '2018-08-31',
    value,
    sample: 20_000,
    status: 'NO_TARGET',
    suppressed: false,
    approximate: false,
    mature: true,
    partial: false,
    comparisons: [],
    ...change,
  };
}

export const around = (value: number, half: number) => ({ low: value - half, high: value + half, method: 'wilson' });

export function comparison(change: Partial<MetricComparison> = {}): MetricComparison {
  return {
    kind: 'PREVIOUS_PERIOD',
    period: { from: '2018-03-01', to: '2018-05-31' },
    value: 0.868,
    sample: 23_365,
    change: 0.074,
    changeRatio: 0.085,
    significant: true,
    verdict: 'BETTER',
    ...change,
  };
}

export const series = (id: string, points: MetricPoint[], change: Partial<MetricSeries> = {}): MetricSeries => ({
  metric: head(id),
  key: [],
  points,
  ...change,
});

export const slice = (id: string, dimension: string, value: string, only: MetricPoint): MetricSeries =>
  series(id, [only], { key: [{ dimension, value, label: { en: value, zh: value } }] });

export const answer = (all: MetricSeries[]): MetricAnswer => ({
  series: all,
  truncatedSeries: 0,
  asOf: '2018-10-17',
  dataVersion: '1',
  period: { from: '2018-06-01', to: '2018-08-31' },
  grain: 'TOTAL',
  explain: [],
});

export function changeOf(id: string, change: Partial<Change> = {}, against: Partial<MetricComparison> = {}): Change {
  return {
    metric: head(id),
    comparison: comparison(against),
    value: 0.942,
    sample: 21_125,
    strength: 5,
    noise: false,
    mature: true,
    contributions: [],
    ...change,
  };
}

export const contribution = (
  value: string,
  label: { en: string; zh: string },
  part: number,
  before: number | null = null,
  now: number | null = null,
) => ({
  key: { dimension: 'REGION', value, label },
  part,
  before,
  now,
  sample: 2_638,
  significant: true,
});
