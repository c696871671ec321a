import { describe, expect, it } from 'vitest';
import type { MetricPoint } from '../metric/types.ts';
import { answer, around, comparison, head, point, series, slice } from './answer.seed.ts';
import { answerService } from './service.ts';

const IN_TIME = 'RESPONSE_IN_TIME_RATE';
const minutes = (value: number | null) =>
  series('FIRST_RESPONSE_MINUTES_P50', [point(value)], {
    metric: head('FIRST_RESPONSE_MINUTES_P50', { unit: 'MINUTES' }),
  });
const hours = (value: number | null) =>
  series('RESOLUTION_HOURS_P50', [point(value)], { metric: head('RESOLUTION_HOURS_P50', { unit: 'HOURS' }) });
const inTime = (value: number | null, change: Partial<MetricPoint> = {}) =>
  series(IN_TIME, [point(value, { interval: value === null ? null : around(value, 0.01), ...change })]);

const told = (all: ReturnType<typeof series>[], lang: 'en' | 'zh' = 'en', channels?: ReturnType<typeof slice>[]) =>
  answerService({ totals: answer(all), byChannel: channels && answer(channels) }, lang);

describe('service, first sentence', () => {
  it('says the share answered in time and how it moved', () => {
    const moved = inTime(0.864, { comparisons: [comparison({ change: 0.021 })] });
    expect(told([moved]).lead).toBe('86.4% of cases answered in time, up 2.1 points.');
    expect(told([moved], 'zh').lead).toBe('首次响应及时率 86.4%，上升 2.1 个百分点。');
  });

  it('speaks of the target where there is one', () => {
    const aimed = series(IN_TIME, [point(0.9, { status: 'MET', interval: around(0.9, 0.01) })], {
      metric: head(IN_TIME, { target: { condition: 'AT_LEAST', value: 0.85 } }),
    });
    expect(told([aimed]).lead).toBe('90.0% of cases answered in time, better than the target of 85%.');
  });

  it('says that nothing was due, or too little', () => {
    expect(told([])).toEqual({ lead: 'No case was due for a first answer in this selection.', rest: null });
    expect(told([inTime(null)], 'zh').lead).toBe('所选范围内没有应响应的工单。');
    const few = inTime(0.5, { sample: 12, status: 'TOO_FEW' });
    expect(told([few]).lead).toBe('Only 12 cases were due for a first answer: too few to rate.');
    expect(told([few], 'zh').lead).toBe('应响应工单仅 12 件，不足以评级。');
  });
});

describe('service, what follows', () => {
  it('tells the usual time to the answer and to the end, as far as they are known', () => {
    expect(told([minutes(3.2), hours(5.1)]).rest).toBe(
      'Half are answered within 3.2 min and resolved within 5.1 hours.',
    );
    expect(told([minutes(3.2), hours(5.1)], 'zh').rest).toBe('一半工单在 3.2 分钟内得到人工响应，5.1 小时内解决。');
    expect(told([minutes(3.2)]).rest).toBe('Half are answered within 3.2 min.');
    expect(told([minutes(3.2)], 'zh').rest).toBe('一半工单在 3.2 分钟内得到人工响应。');
    expect(told([hours(5.1), minutes(null)]).rest).toBe('Half are resolved within 5.1 hours.');
    expect(told([hours(5.1)], 'zh').rest).toBe('一半工单在 5.1 小时内解决。');
  });

  const channel = (name: string, value: number, half: number, change: Partial<MetricPoint> = {}) =>
    slice(IN_TIME, 'CHANNEL', name, point(value, { interval: around(value, half), ...change }));

  it('names the lowest channel that is behind by more than noise', () => {
    const channels = [channel('chat', 0.95, 0.02), channel('phone', 0.6, 0.1), channel('email', 0.7, 0.05)];
    expect(told([inTime(0.86)], 'en', channels).rest).toBe('phone falls behind with 60.0%.');
    expect(told([inTime(0.86)], 'zh', channels).rest).toBe('phone落后，为 60.0%。');
  });

  it('names none where the intervals reach the whole, and says nothing of a single channel or of too few', () => {
    const close = [channel('chat', 0.9, 0.05), channel('phone', 0.84, 0.05)];
    expect(told([inTime(0.86)], 'en', close).rest).toBe('No channel falls behind the others.');
    expect(told([inTime(0.86)], 'zh', close).rest).toBe('没有哪个渠道明显落后。');
    expect(told([inTime(0.86)], 'en', close.slice(0, 1)).rest).toBeNull();
    const few = [channel('chat', 0.9, 0.05), channel('phone', 0.1, 0.05, { status: 'TOO_FEW' })];
    expect(told([inTime(0.86)], 'en', few).rest).toBeNull();
    expect(told([inTime(0.86, { status: 'TOO_FEW' })], 'en', close).rest).toBeNull();
  });

  it('ends with what customers say, and with a change only where it is one', () => {
    const csat = (change: Partial<MetricPoint>) => series('CSAT', [point(0.821, change)]);
    const up = { comparisons: [comparison({ change: 0.03 })] };
    expect(told([csat(up)]).rest).toBe('82.1% of ratings are 4 or 5 of 5, up 3.0 points.');
    expect(told([csat(up)], 'zh').rest).toBe('评分中 82.1% 为 4–5 分，上升 3.0 个百分点。');
    const noise = { comparisons: [comparison({ significant: false, verdict: 'NOISE' })] };
    expect(told([csat(noise)]).rest).toBe('82.1% of ratings are 4 or 5 of 5.');
    expect(told([csat({ suppressed: true })]).rest).toBeNull();
  });
});
