import { describe, expect, it } from 'vitest';
import type { MetricPoint } from '../metric/types.ts';
import { answer, comparison, head, point, series, slice } from './answer.seed.ts';
import { answerComplaints } from './complaints.ts';

type Series = ReturnType<typeof series>;
const count = (value: number | null) =>
  series('COMPLAINTS', [point(value)], { metric: head('COMPLAINTS', { unit: 'COUNT', decimals: 0 }) });
const rate = (value: number | null, change: Partial<MetricPoint> = {}) =>
  series('COMPLAINT_RATE', [point(value, change)], { metric: head('COMPLAINT_RATE', { unit: 'PER_10K' }) });
const told = (all: Series[], lang: 'en' | 'zh' = 'en', causes?: Series[]) =>
  answerComplaints({ totals: answer(all), byCause: causes && answer(causes) }, lang);

describe('complaints, first sentence', () => {
  it('says how many, for how many orders, and how that moved', () => {
    const moved = rate(95.3, { comparisons: [comparison({ change: -12.4, verdict: 'BETTER' })] });
    expect(told([count(143), moved]).lead).toBe('143 complaints, 95.3 for every 10,000 orders, down 12.4 per 10k.');
    expect(told([count(143), moved], 'zh').lead).toBe('投诉 143 件，每万单 95.3 件，下降 12.4 /万。');
  });

  it('says the number alone where there are too few orders for a rate', () => {
    expect(told([count(1), rate(20, { status: 'TOO_FEW' })]).lead).toBe('1 complaint.');
    expect(told([count(3)], 'zh').lead).toBe('投诉 3 件。');
    expect(told([count(1), rate(20)]).lead).toBe('1 complaint, 20.0 for every 10,000 orders.');
  });

  it('says that there are none', () => {
    expect(told([count(0)])).toEqual({ lead: 'No complaints in this selection.', rest: null });
    expect(told([count(0)], 'zh').lead).toBe('所选范围内没有投诉。');
  });

  it('does not take silence for none', () => {
    expect(told([count(null)]).lead).toBe('No data on complaints in this selection.');
    expect(told([], 'zh').lead).toBe('所选范围内没有投诉数据。');
  });
});

describe('complaints, what follows', () => {
  const cause = (name: string, value: number | null) => slice('COMPLAINTS', 'CAUSE', name, point(value));

  it('names who is most often answerable, of all complaints', () => {
    const causes = [cause('Merchant', 20), cause('Carrier', 51), cause('Product', null)];
    expect(told([count(100)], 'en', causes).rest).toBe('Most often answerable: Carrier, 51%.');
    expect(told([count(100)], 'zh', causes).rest).toBe('责任方最多的是Carrier，占 51%。');
  });

  it('names two where they are equal, and nobody where nobody is named', () => {
    const equal = [cause('Merchant', 20), cause('Carrier', 20)];
    expect(told([count(50)], 'en', equal).rest).toBe('Most often answerable: Merchant and Carrier, 40% each.');
    expect(told([count(50)], 'zh', equal).rest).toBe('责任方最多的是Merchant与Carrier，各占 40%。');
    const nobody = series('COMPLAINTS', [point(9)], {
      key: [{ dimension: 'CAUSE', value: null, label: { en: 'None', zh: '无' } }],
    });
    expect(told([count(9)], 'en', [nobody]).rest).toBeNull();
    expect(told([], 'en', equal).rest).toBeNull();
  });

  it('says whether they were closed in time', () => {
    const closed = (change: Partial<MetricPoint>) => series('COMPLAINT_CLOSURE_IN_TIME_RATE', [point(0.7, change)]);
    expect(told([closed({ comparisons: [comparison({ change: 0.05 })] })]).rest).toBe(
      '70.0% were closed in time, up 5.0 points.',
    );
    expect(told([closed({})], 'zh').rest).toBe('按时办结 70.0%。');
    expect(told([closed({ status: 'TOO_FEW' })]).rest).toBeNull();
  });

  it('says who came back, and of whom that is known already', () => {
    const back = (change: Partial<MetricPoint>) => series('RECOVERY_REPURCHASE_RATE_90D', [point(0.12, change)]);
    expect(told([back({})]).rest).toBe('12.0% of those who complained ordered again within 90 days.');
    expect(told([back({})], 'zh').rest).toBe('投诉过的顾客有 12.0% 在 90 天内再次下单。');
    expect(told([back({ mature: false })]).rest).toBe(
      'Of the complainants whose 90 days are over, 12.0% ordered again.',
    );
    expect(told([back({ mature: false })], 'zh').rest).toBe('已满 90 天的投诉顾客中，12.0% 再次下单。');
    expect(told([back({ suppressed: true })]).rest).toBeNull();
  });
});
