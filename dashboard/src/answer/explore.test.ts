import { describe, expect, it } from 'vitest';

import type { MetricAnswer, MetricPoint } from '../metric/types.ts';
import { answerExplore } from './explore.ts';

const metric = {
  id: 'RATE',
  title: { en: 'Kept', zh: '兑现率' },
  unit: 'PERCENT' as const,
  decimals: 1,
  polarity: 'HIGHER_IS_BETTER' as const,
  version: 1,
};
const point = (given: Partial<MetricPoint>): MetricPoint => ({
  bucket: '2026-08-01',
  bucketEnd: '2026-10-31',
  value: 0.9,
  sample: 500,
  status: 'NO_TARGET',
  suppressed: false,
  approximate: false,
  mature: true,
  partial: false,
  comparisons: [],
  ...given,
});
const answer = (...series: { name?: string; points: MetricPoint[] }[]) =>
  ({
    series: series.map(({ name, points }) => ({
      metric,
      key: name ? [{ dimension: 'CARRIER', value: name, label: { en: name, zh: name } }] : [],
      points,
    })),
  }) as unknown as MetricAnswer;
const said = (total: MetricPoint, slices?: MetricAnswer, lang: 'en' | 'zh' = 'en') =>
  answerExplore({ metric: 'RATE', totals: answer({ points: [total] }), slices }, lang);

describe('the sentence over a question that was pointed together', () => {
  it('says the figure, and that there is none or too little of it', () => {
    expect(said(point({})).lead).toBe('Kept: 90.0%.');
    expect(said(point({}), undefined, 'zh').lead).toBe('兑现率为 90.0%。');
    expect(said(point({ value: null })).lead).toContain('nothing to measure');
    expect(said(point({ status: 'TOO_FEW', sample: 3 })).lead).toContain('3 is too small');
  });

  it('names the ends among those that can be rated, and says where their order is not certain', () => {
    const slice = (name: string, value: number, half: number, status: 'NO_TARGET' | 'TOO_FEW' = 'NO_TARGET') => ({
      name,
      points: [point({ value, status, interval: { low: value - half, high: value + half, method: '' } })],
    });
    const clear = answer(slice('A', 0.95, 0.01), slice('B', 0.8, 0.01), slice('C', 0.1, 0.01, 'TOO_FEW'));
    expect(said(point({}), clear).rest).toBe('Highest A 95.0%, lowest B 80.0%.');
    const near = answer(slice('A', 0.91, 0.03), slice('B', 0.9, 0.03));
    expect(said(point({}), near).rest).toContain('overlap');
    expect(said(point({}), near, 'zh').rest).toContain('区间重叠');
    expect(said(point({}), answer(slice('A', 0.9, 0.1))).rest).toBeNull();
  });
});
