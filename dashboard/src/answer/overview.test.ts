import { describe, expect, it } from 'vitest';
import type { MetricPoint } from '../metric/types.ts';
import { answer, around, changeOf, comparison, contribution, point, series } from './answer.seed.ts';
import { answerOverview } from './overview.ts';

const period = { from: '2018-06-01', to: '2018-08-31' };
const totals = (kept: MetricPoint | null, orders = 18_799) =>
  answer([
    ...(kept ? [series('PROMISE_KEPT_RATE', [kept])] : []),
    series('ORDERS', [
      point(orders, {
        comparisons: [comparison({ value: 20_920, change: -2_121, changeRatio: -0.101, verdict: 'WORSE' })],
      }),
    ]),
  ]);
const say = (kept: MetricPoint | null, lang: 'en' | 'zh' = 'en', orders?: number) =>
  answerOverview({ totals: totals(kept, orders), history: undefined, changes: [], period }, lang);

describe('the overview’s verdict', () => {
  it('says the value and how it moved', () => {
    const kept = point(0.942, { comparisons: [comparison()] });
    expect(say(kept).lead).toBe('94.2% of promises kept, up 7.4 points.');
    expect(say(kept, 'zh').lead).toBe('应达达成率 94.2%，上升 7.4 个百分点。');
    const fallen = point(0.942, {
      comparisons: [comparison({ kind: 'SAME_PERIOD_LAST_YEAR', change: -0.011, verdict: 'WORSE' })],
    });
    expect(say(fallen).lead).toBe('94.2% of promises kept, down 1.1 points.');
    expect(say(fallen, 'zh').lead).toBe('应达达成率 94.2%，下降 1.1 个百分点。');
  });

  it('does not report noise as a move, nor a move that is unknown', () => {
    const noise = point(0.942, { comparisons: [comparison({ change: 0.002, significant: false, verdict: 'NOISE' })] });
    expect(say(noise).lead).toBe('94.2% of promises kept, not distinguishable from before.');
    expect(say(noise, 'zh').lead).toBe('应达达成率 94.2%，与前期无法区分。');
    expect(say(point(0.942, { comparisons: [comparison({ change: null })] })).lead).toBe('94.2% of promises kept.');
    expect(say(point(0.942)).lead).toBe('94.2% of promises kept.');
  });

  it('does not rate too few orders', () => {
    const few = point(1, { sample: 12, status: 'TOO_FEW' });
    expect(say(few).lead).toBe('Only 12 orders were due: too few to rate.');
    expect(say(few, 'zh').lead).toBe('应达订单仅 12 单，不足以评级。');
  });

  it('falls back to orders where nothing was due, and says when there are none', () => {
    expect(say(point(null, { sample: 0 })).lead).toBe('18,799 orders, down 10.1%; none was due yet.');
    expect(say(null, 'zh').lead).toBe('订单 18,799，下降 10.1%，均未到承诺日。');
    expect(say(null, 'en', 0).lead).toBe('No orders in this selection.');
    expect(say(null, 'zh', 0).lead).toBe('所选范围内没有订单。');
    expect(answerOverview({ totals: answer([]), history: undefined, changes: [], period }, 'en').lead).toBe(
      'No orders in this selection.',
    );
  });
});

interface MonthFigures {
  kept: [number, number];
  parcel?: [number, number];
  promise?: [number, number];
  half?: number;
  last?: Partial<MetricPoint>;
}

const month = (bucket: string, bucketEnd: string, value: number, change: Partial<MetricPoint> = {}) =>
  point(value, { bucket, bucketEnd, ...change });

function history({ kept, parcel, promise, half = 0.005, last = {} }: MonthFigures) {
  const pair = (id: string, values: [number, number] | undefined) =>
    values
      ? [series(id, [month('2018-07-01', '2018-07-31', values[0]), month('2018-08-01', '2018-08-31', values[1])])]
      : [];
  const [july, august] = kept;
  return answer([
    series('PROMISE_KEPT_RATE', [
      month('2018-07-01', '2018-07-31', july, { interval: around(july, half) }),
      month('2018-08-01', '2018-08-31', august, { interval: around(august, half), ...last }),
    ]),
    ...pair('DELIVERY_DAYS_P50', parcel),
    ...pair('PROMISED_DAYS_P50', promise),
  ]);
}

const rest = (figures: MonthFigures, lang: 'en' | 'zh' = 'en') =>
  answerOverview({ totals: totals(point(0.942)), history: history(figures), changes: [], period }, lang).rest;

describe('the last month’s turn', () => {
  it('a fall with a shorter promise is not blamed on the parcels', () => {
    const figures: MonthFigures = { kept: [0.977, 0.927], parcel: [7.1, 7.0], promise: [27, 16] };
    expect(rest(figures)).toBe(
      'August slipped to 92.7%: parcels were no slower, the promise was cut from 27 to 16 days.',
    );
    expect(rest(figures, 'zh')).toBe('8月回落到 92.7%：包裹没有变慢，是承诺从 27 天缩短到 16 天。');
  });

  it('a fall with slower parcels says so, alone or with the shorter promise', () => {
    expect(rest({ kept: [0.977, 0.927], parcel: [7.1, 9.2], promise: [27, 27] })).toBe(
      'August slipped to 92.7%: parcels took 9.2 days instead of 7.1.',
    );
    expect(rest({ kept: [0.977, 0.927], parcel: [7.1, 9.2], promise: [27, 20] })).toBe(
      'August slipped to 92.7%: parcels took 9.2 days instead of 7.1, and the promise was cut from 27 to 20 days.',
    );
    expect(rest({ kept: [0.977, 0.927], parcel: [7.1, 9.2], promise: [27, 20] }, 'zh')).toBe(
      '8月回落到 92.7%：送达从 7.1 天延长到 9.2 天，且承诺从 27 天缩短到 20 天。',
    );
  });

  it('a rise is told the same way', () => {
    expect(rest({ kept: [0.9, 0.95], parcel: [9, 7], promise: [20, 20] })).toBe(
      'August rose to 95.0%: parcels took 7.0 days, down from 9.0.',
    );
    expect(rest({ kept: [0.9, 0.95], parcel: [7, 7], promise: [16, 20] })).toBe(
      'August rose to 95.0%: parcels were no faster, the promise grew from 16 to 20 days.',
    );
    expect(rest({ kept: [0.9, 0.95], parcel: [9, 7], promise: [20, 20] }, 'zh')).toBe(
      '8月回升到 95.0%：送达从 9.0 天缩短到 7.0 天。',
    );
    expect(rest({ kept: [0.9, 0.95], parcel: [7, 7], promise: [16, 20] }, 'zh')).toBe(
      '8月回升到 95.0%：包裹没有变快，是承诺从 16 天放宽到 20 天。',
    );
  });

  it('names no cause where the days did not move or are not known', () => {
    expect(rest({ kept: [0.977, 0.927], parcel: [7.1, 7.2], promise: [27, 27] })).toBe('August slipped to 92.7%.');
    expect(rest({ kept: [0.977, 0.927] }, 'zh')).toBe('8月回落到 92.7%。');
  });

  it('stays silent on noise, on a move below a point, on young months and on months outside the period', () => {
    expect(rest({ kept: [0.94, 0.927], half: 0.05 })).toBeNull();
    expect(rest({ kept: [0.935, 0.927], half: 0.001 })).toBeNull();
    expect(rest({ kept: [0.977, 0.927], last: { mature: false } })).toBeNull();
    expect(rest({ kept: [0.977, 0.927], last: { partial: true } })).toBeNull();
    const later = { from: '2018-09-01', to: '2018-09-30' };
    expect(
      answerOverview(
        { totals: totals(point(0.942)), history: history({ kept: [0.977, 0.927] }), changes: [], period: later },
        'en',
      ).rest,
    ).toBeNull();
  });
});

describe('without a turn', () => {
  const facts = { totals: totals(point(0.942)), history: undefined, period };

  it('the strongest other change is told, with its largest slice', () => {
    const change = changeOf(
      'NEGATIVE_REVIEW_RATE',
      { value: 0.103, contributions: [contribution('RJ', { en: 'Rio', zh: '里约' }, -0.02, 0.24, 0.12)] },
      { value: 0.157, change: -0.054 },
    );
    expect(answerOverview({ ...facts, changes: [changeOf('PROMISE_KEPT_RATE'), change] }, 'en').rest).toBe(
      'Negative review rate: 15.7 → 10.3%. Rio alone gives 2.0 of the 5.4 points: 24.0 → 12.0%.',
    );
    expect(answerOverview({ ...facts, changes: [changeOf('NEGATIVE_REVIEW_RATE')] }, 'zh').rest).toBe(
      '差评率：86.8 → 94.2%。',
    );
  });

  it('says when nothing else moved, and nothing where nothing was compared', () => {
    expect(answerOverview({ ...facts, changes: [changeOf('ORDERS', { noise: true })] }, 'en').rest).toBe(
      'Nothing else moved beyond noise.',
    );
    expect(answerOverview({ ...facts, changes: [changeOf('ORDERS', { noise: true })] }, 'zh').rest).toBe(
      '其余指标的变化都在噪声之内。',
    );
    expect(answerOverview({ ...facts, changes: [] }, 'en').rest).toBeNull();
  });
});
