import { describe, expect, it } from 'vitest';
import type { MetricPoint } from '../metric/types.ts';
import { answer, around, comparison, head, point, series, slice } from './answer.seed.ts';
import { answerDelivery } from './delivery.ts';
import { difference } from './difference.ts';
import { answerRepurchase } from './repurchase.ts';

describe('a difference of two figures', () => {
  it('is beyond noise when its interval leaves out zero', () => {
    expect(
      difference({ value: 0.05, interval: around(0.05, 0.004) }, { value: 0.02, interval: around(0.02, 0.003) }),
    ).toMatchObject({ significant: true });
    const close = difference(
      { value: 0.05, interval: around(0.05, 0.03) },
      { value: 0.04, interval: around(0.04, 0.04) },
    );
    expect(close?.significant).toBe(false);
    expect(close?.low).toBeCloseTo(0.01 - 0.05, 10);
    expect(close?.high).toBeCloseTo(0.01 + 0.05, 10);
  });

  it('is unknown without a value or an interval on either side', () => {
    expect(difference(undefined, { value: 1, interval: around(1, 1) })).toBeNull();
    expect(difference({ value: 1 }, { value: 1, interval: around(1, 1) })).toBeNull();
    expect(difference({ value: null, interval: around(1, 1) }, { value: 1, interval: around(1, 1) })).toBeNull();
  });
});

const target = { condition: 'AT_LEAST', value: 0.95 };
const delivery = (
  kept: MetricPoint,
  days: [number | null, number | null, number | null] = [8, 15, 23],
  aim: typeof target | null = target,
) =>
  answer([
    series('PROMISE_KEPT_RATE', [kept], { metric: head('PROMISE_KEPT_RATE', { target: aim }) }),
    ...(['DELIVERY_DAYS_P50', 'DELIVERY_DAYS_P90', 'PROMISED_DAYS_P50'] as const).map((id, at) =>
      series(id, [point(days[at] ?? null)]),
    ),
  ]);
const lead = (kept: MetricPoint, lang: 'en' | 'zh' = 'en', aim: typeof target | null = target) =>
  answerDelivery({ totals: delivery(kept, undefined, aim), scores: undefined }, lang).lead;

describe('delivery', () => {
  it('says how far the promise is from its target, and when the interval does not decide', () => {
    const missed = point(0.942, { status: 'MISSED', interval: around(0.942, 0.003) });
    expect(lead(missed)).toBe('94.2% of promises kept, 0.8 points short of the target of 95%.');
    expect(lead(missed, 'zh')).toBe('应达达成率 94.2%，距目标 95% 还差 0.8 个百分点。');
    expect(lead(point(0.97, { status: 'MET', interval: around(0.97, 0.003) }))).toBe(
      '97.0% of promises kept, better than the target of 95%.',
    );
    expect(lead(point(0.97, { status: 'MET' }), 'zh')).toBe('应达达成率 97.0%，优于目标 95%。');
    const undecided = point(0.948, { status: 'MISSED', interval: around(0.948, 0.01) });
    expect(lead(undecided)).toBe('94.8% of promises kept, at the target of 95% within noise.');
    expect(lead(undecided, 'zh')).toBe('应达达成率 94.8%，与目标 95% 在噪声之内持平。');
  });

  it('without a target says how it moved; too few and nothing are said', () => {
    expect(lead(point(0.942, { comparisons: [comparison()] }), 'en', null)).toBe(
      '94.2% of promises kept, up 7.4 points.',
    );
    expect(lead(point(0.9, { sample: 4, status: 'TOO_FEW' }))).toBe('Only 4 orders were due: too few to rate.');
    expect(lead(point(0.9, { sample: 4, status: 'TOO_FEW' }), 'zh')).toBe('应达订单仅 4 单，不足以评级。');
    expect(lead(point(null))).toBe('No order was due in this selection.');
    expect(answerDelivery({ totals: answer([]), scores: undefined }, 'zh').lead).toBe('所选范围内没有应达订单。');
  });

  const rest = (days: [number | null, number | null, number | null], lang: 'en' | 'zh' = 'en') =>
    answerDelivery({ totals: delivery(point(0.9), days), scores: undefined }, lang).rest;

  it('sets the days beside the promise', () => {
    expect(rest([8, 15, 23])).toBe(
      'Half the parcels arrive within 8.0 days, nine of ten within 15.0; the usual promise is 23 days, longer than nine of ten need.',
    );
    expect(rest([8, 25, 23])).toBe(
      'Half the parcels arrive within 8.0 days, nine of ten within 25.0; the usual promise is 23 days.',
    );
    expect(rest([8, 15, 23], 'zh')).toBe(
      '一半包裹 8.0 天内送达，九成在 15.0 天内；承诺中位 23 天，比九成包裹所需更长。',
    );
    expect(rest([8, 25, 23], 'zh')).toBe('一半包裹 8.0 天内送达，九成在 25.0 天内；承诺中位 23 天。');
    expect(rest([8, null, null])).toBe('Half the parcels arrive within 8.0 days.');
    expect(rest([8, null, null], 'zh')).toBe('一半包裹在 8.0 天内送达。');
    expect(rest([null, null, null])).toBeNull();
    const few = answer([series('DELIVERY_DAYS_P50', [point(8, { status: 'TOO_FEW' })])]);
    expect(answerDelivery({ totals: few, scores: undefined }, 'en').rest).toBeNull();
  });

  const scores = (late: Partial<MetricPoint> & { value: number }, onTime: number, half: number) =>
    answer([
      slice('AVERAGE_REVIEW_SCORE', 'LATE', 'late', point(late.value, { interval: around(late.value, half), ...late })),
      slice('AVERAGE_REVIEW_SCORE', 'LATE', 'on_time', point(onTime, { interval: around(onTime, half) })),
    ]);
  const scored = (given: ReturnType<typeof scores>, lang: 'en' | 'zh' = 'en') =>
    answerDelivery({ totals: delivery(point(0.9), [null, null, null]), scores: given }, lang).rest;

  it('says what lateness goes with, or that it cannot tell', () => {
    expect(scored(scores({ value: 2.27 }, 4.29, 0.05))).toBe('Late goes with 2.3 stars, on time with 4.3.');
    expect(scored(scores({ value: 2.27 }, 4.29, 0.05), 'zh')).toBe('晚到的评分为 2.3 星，准时的为 4.3 星。');
    expect(scored(scores({ value: 4.1 }, 4.29, 0.5))).toBe(
      'Whether lateness goes with lower scores cannot be told: 4.1 and 4.3 stars.',
    );
    expect(scored(scores({ value: 4.1 }, 4.29, 0.5), 'zh')).toBe('晚到是否伴随更低评分，无法判断：4.1 星与 4.3 星。');
    expect(scored(scores({ value: 1, status: 'TOO_FEW' }, 4.29, 0.5))).toBeNull();
    expect(scored(scores({ value: 1, suppressed: true }, 4.29, 0.5))).toBeNull();
    expect(scored(answer([]))).toBeNull();
  });
});

const WINDOW = 'REPURCHASE_RATE_90D';
const whole = (value: number | null, change: Partial<MetricPoint> = {}, window: number | null = 0.0126) =>
  answer([series('REPEAT_PURCHASE_DAYS_RATE', [point(value, change)]), series(WINDOW, [point(window)])]);
const byLate = (late: number, onTime: number, half: number, change: Partial<MetricPoint> = {}) =>
  answer([
    slice(WINDOW, 'LATE', 'late', point(late, { interval: around(late, half), ...change })),
    slice(WINDOW, 'LATE', 'on_time', point(onTime, { interval: around(onTime, half) })),
  ]);
const cohorts = (values: [string, number][], half: number, change: Partial<MetricPoint> = {}) =>
  answer([
    series(
      WINDOW,
      values.map(([bucket, value]) =>
        point(value, { bucket, bucketEnd: bucket, interval: around(value, half), ...change }),
      ),
    ),
  ]);

describe('repurchase', () => {
  it('says the share that comes back, or that there is nothing to say', () => {
    const facts = { byLate: undefined, cohorts: undefined };
    expect(answerRepurchase({ totals: whole(0.02174), ...facts }, 'en')).toEqual({
      lead: '2.17% of customers come back on another day.',
      rest: 'Within 90 days of the first order 1.26% do.',
    });
    expect(answerRepurchase({ totals: whole(0.02174), ...facts }, 'zh')).toEqual({
      lead: '2.17% 的顾客会在另一天再来。',
      rest: '首单后 90 天内为 1.26%。',
    });
    expect(answerRepurchase({ totals: whole(null, {}, null), ...facts }, 'en')).toEqual({
      lead: 'No customer ordered in this selection.',
      rest: 'Nobody has been observed for 90 days yet.',
    });
    expect(answerRepurchase({ totals: whole(null, {}, null), ...facts }, 'zh')).toEqual({
      lead: '所选范围内没有下单顾客。',
      rest: '尚无顾客观察满 90 天。',
    });
    expect(answerRepurchase({ totals: whole(1, { sample: 9, status: 'TOO_FEW' }), ...facts }, 'en').lead).toBe(
      'Only 9 customers: too few to rate.',
    );
    expect(answerRepurchase({ totals: whole(1, { sample: 9, status: 'TOO_FEW' }), ...facts }, 'zh').lead).toBe(
      '顾客仅 9 人，不足以评级。',
    );
  });

  it('does not state a window of too few', () => {
    const few = answer([series(WINDOW, [point(0.02, { status: 'TOO_FEW' })])]);
    expect(answerRepurchase({ totals: few, byLate: undefined, cohorts: undefined }, 'en').rest).toBeNull();
  });

  const late = (given: ReturnType<typeof byLate>, lang: 'en' | 'zh' = 'en') =>
    answerRepurchase({ totals: whole(0.02), byLate: given, cohorts: undefined }, lang).rest;

  it('compares those whose first parcel was late, and says when it cannot', () => {
    expect(late(byLate(0.0101, 0.0128, 0.0005))).toBe(
      'After a late first parcel fewer do: 1.01% within 90 days, against 1.28% after one on time.',
    );
    expect(late(byLate(0.0101, 0.0128, 0.0005), 'zh')).toBe('首个包裹晚到后更少：90 天内 1.01%，准时为 1.28%。');
    expect(late(byLate(0.02, 0.0128, 0.0005))).toContain('more do');
    expect(late(byLate(0.02, 0.0128, 0.0005), 'zh')).toContain('更多');
    expect(late(byLate(0.0101, 0.0128, 0.003))).toBe(
      'Whether a late first parcel costs a second order cannot be told yet: 1.01% come back within 90 days, against 1.28% after one on time.',
    );
    expect(late(byLate(0.0101, 0.0128, 0.003), 'zh')).toBe(
      '首个包裹晚到是否减少复购，尚无法判断：90 天内 1.01%，准时为 1.28%。',
    );
    expect(late(byLate(0.01, 0.0128, 0.0005, { status: 'TOO_FEW' }))).toBe(
      'Within 90 days of the first order 1.26% do.',
    );
  });

  const trend = (given: ReturnType<typeof cohorts>, lang: 'en' | 'zh' = 'en') =>
    answerRepurchase({ totals: whole(0.02), byLate: undefined, cohorts: given }, lang).rest;

  it('else compares the youngest settled cohort with the same month a year before, or the first there is', () => {
    const fallen: [string, number][] = [
      ['2017-02-01', 0.03],
      ['2017-06-01', 0.014],
      ['2018-06-01', 0.0095],
    ];
    expect(trend(cohorts(fallen, 0.001))).toBe(
      'Newer customers come back less: 0.95% of Jun 2018 within 90 days, 1.40% of Jun 2017.',
    );
    expect(trend(cohorts(fallen, 0.001), 'zh')).toBe(
      '新顾客复购更少：2018年6月首购者 90 天内 0.95%，2017年6月为 1.40%。',
    );
    expect(
      trend(
        cohorts(
          [
            ['2017-02-01', 0.01],
            ['2018-06-01', 0.02],
          ],
          0.001,
        ),
      ),
    ).toBe('Newer customers come back more: 2.00% of Jun 2018 within 90 days, 1.00% of Feb 2017.');
    expect(
      trend(
        cohorts(
          [
            ['2017-02-01', 0.01],
            ['2018-06-01', 0.02],
          ],
          0.001,
        ),
        'zh',
      ),
    ).toContain('更多');
    expect(trend(cohorts(fallen, 0.02))).toBe(
      'No change can be told between cohorts: 0.95% of Jun 2018 came back within 90 days, 1.40% of Jun 2017.',
    );
    expect(trend(cohorts(fallen, 0.02), 'zh')).toBe(
      '各月顾客之间看不出变化：2018年6月首购者 90 天内复购 0.95%，2017年6月为 1.40%。',
    );
  });

  it('a single cohort, or only young ones, is not compared', () => {
    expect(trend(cohorts([['2018-06-01', 0.01]], 0.001))).toBe('Within 90 days of the first order 1.26% do.');
    expect(
      trend(
        cohorts(
          [
            ['2017-06-01', 0.01],
            ['2018-06-01', 0.02],
          ],
          0.001,
          { mature: false },
        ),
      ),
    ).toBe('Within 90 days of the first order 1.26% do.');
  });
});
