import { describe, expect, it } from 'vitest';
import type { MetricPoint } from '../metric/types.ts';
import { answer, comparison, head, point, series, slice } from './answer.seed.ts';
import { answerReturns } from './returns.ts';

type Series = ReturnType<typeof series>;
const count = (value: number | null) =>
  series('RETURNS', [point(value)], { metric: head('RETURNS', { unit: 'COUNT', decimals: 0 }) });
const hours = (which: 'P50' | 'P90', value: number | null, change: Partial<MetricPoint> = {}) =>
  series(`REQUEST_TO_MONEY_HOURS_${which}`, [point(value, change)], {
    metric: head(`REQUEST_TO_MONEY_HOURS_${which}`, { unit: 'HOURS' }),
  });
const told = (all: Series[], lang: 'en' | 'zh' = 'en', reasons?: Series[]) =>
  answerReturns({ totals: answer(all), byReason: reasons && answer(reasons) }, lang);

describe('returns, first sentence', () => {
  it('says how long half of the money takes, how that moved, and nine of ten', () => {
    const half = hours('P50', 76, { comparisons: [comparison({ change: -8, verdict: 'BETTER' })] });
    expect(told([half, hours('P90', 150)]).lead).toBe(
      'Half of the refunds arrive within 3.2 days of the request, down 8.0 hours; nine of ten within 6.3 days.',
    );
    expect(told([half, hours('P90', 150)], 'zh').lead).toBe(
      '一半退款在申请后 3.2 天内到账，下降 8.0 小时；九成在 6.3 天内。',
    );
    expect(told([hours('P50', 76)]).lead).toBe('Half of the refunds arrive within 3.2 days of the request.');
  });

  it('says that the money cannot be judged yet, or that nothing came back', () => {
    const few = hours('P50', 76, { status: 'TOO_FEW' });
    expect(told([count(7), few]).lead).toBe('7 return requests; too few refunds to say how long the money takes.');
    expect(told([count(1)]).lead).toBe('1 return request; too few refunds to say how long the money takes.');
    expect(told([count(7)], 'zh').lead).toBe('退换货申请 7 件；到账退款过少，无法判断时长。');
    expect(told([count(0)])).toEqual({ lead: 'Nothing was sent back in this selection.', rest: null });
    expect(told([count(0)], 'zh').lead).toBe('所选范围内没有退换货申请。');
    expect(told([count(null)]).lead).toBe('No data on returns in this selection.');
    expect(told([], 'zh').lead).toBe('所选范围内没有退换货数据。');
  });
});

describe('returns, what follows', () => {
  it('names the usual reason, of all requests', () => {
    const reasons = [
      slice('RETURNS', 'RETURN_REASON', 'Size', point(20)),
      slice('RETURNS', 'RETURN_REASON', 'Quality', point(41)),
    ];
    expect(told([count(100)], 'en', reasons).rest).toBe('The usual reason is “Quality”, 41% of 100 requests.');
    expect(told([count(100)], 'zh', reasons).rest).toBe('最常见的原因是“Quality”，占 100 件申请的 41%。');
    expect(told([count(100)], 'en', []).rest).toBeNull();
    expect(told([], 'en', reasons).rest).toBeNull();
  });

  it('says what missed its day, with a change only where it is one', () => {
    const overdue = (change: Partial<MetricPoint>) => series('REFUND_OVERDUE_RATE', [point(0.325, change)]);
    expect(told([overdue({ comparisons: [comparison({ change: 0.036 })] })]).rest).toBe(
      '32.5% of the refunds that fell due missed their promised day, up 3.6 points.',
    );
    expect(told([overdue({ comparisons: [comparison({ significant: false })] })], 'zh').rest).toBe(
      '到期退款中 32.5% 未按承诺到账。',
    );
    expect(told([overdue({ status: 'TOO_FEW' })]).rest).toBeNull();
  });

  it('says how many failures were made up for, so far where more may follow', () => {
    const cover = (mature: boolean) => series('COMPENSATION_COVERAGE', [point(0.239, { mature })]);
    expect(told([cover(true)]).rest).toBe('23.9% of failures were made up for.');
    expect(told([cover(true)], 'zh').rest).toBe('23.9% 的失误得到补偿。');
    expect(told([cover(false)]).rest).toBe('23.9% of failures were made up for so far.');
    expect(told([cover(false)], 'zh').rest).toBe('目前 23.9% 的失误得到补偿。');
    expect(told([series('COMPENSATION_COVERAGE', [point(null)])]).rest).toBeNull();
  });
});
