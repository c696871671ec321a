import { describe, expect, it } from 'vitest';
import { formatter } from './formatter.ts';
import type { Measure } from './measure.ts';

const en = formatter('en');
const zh = formatter('zh');
const hours: Measure = { unit: 'HOURS', decimals: 1 };
const minutes: Measure = { unit: 'MINUTES', decimals: 1 };
const seconds: Measure = { unit: 'SECONDS', decimals: 0 };

describe('a span of more than 48 hours', () => {
  it.each<[number, Measure, string, string]>([
    [0, hours, '0.0 hours', '0.0 小时'],
    [47.9, hours, '47.9 hours', '47.9 小时'],
    [48, hours, '48.0 hours', '48.0 小时'],
    [48.1, hours, '2.0 days', '2.0 天'],
    [135.2, hours, '5.6 days', '5.6 天'],
    [-135.2, hours, '−5.6 days', '−5.6 天'],
    [2_880, minutes, '2,880.0 min', '2,880.0 分钟'],
    [2_881, minutes, '2.0 days', '2.0 天'],
    [172_800, seconds, '172,800 seconds', '172,800 秒'],
    [259_200, seconds, '3.0 days', '3.0 天'],
    [60, { unit: 'DAYS', decimals: 1 }, '60.0 days', '60.0 天'],
    [60, { unit: 'SCORE', decimals: 1 }, '60.0', '60.0'],
  ])('%s %o reads "%s"', (value, measure, inEnglish, inChinese) => {
    expect([en.value(value, measure), zh.value(value, measure)]).toEqual([inEnglish, inChinese]);
  });

  it('is set apart in a tile with its digits and its word', () => {
    expect(en.parts(135.2, hours)).toEqual({ before: '', number: '5.6', after: 'days' });
  });

  it('as a target has no needless decimals', () => {
    expect([en.trimmed(48, hours), en.trimmed(72, hours), en.trimmed(60, hours)]).toEqual([
      '48 hours',
      '3 days',
      '2.5 days',
    ]);
  });

  it('has both ends of its interval in one unit, that of its middle', () => {
    expect(en.interval({ low: 130, high: 140.4 }, hours)).toBe('5.4–5.9 days');
    expect(en.interval({ low: 40, high: 50 }, hours)).toBe('40.0–50.0 hours');
    expect(en.interval({ low: 46, high: 54 }, hours)).toBe('1.9–2.3 days');
  });

  it('changes by its own size: hours while they are few', () => {
    expect([en.change(-8, hours, { long: true }), en.change(60, hours)]).toEqual(['−8.0 hours', '+2.5 d']);
  });

  it('stays as measured where every row of a column must compare, or the column names the unit', () => {
    expect([en.exact(135.2, hours), en.bare(135.2, hours)]).toEqual(['135.2 hours', '135.2']);
  });
});

describe('the ticks of an axis of hours', () => {
  const labels = (ticks: number[]) => [...en.ticks(ticks, hours).values()];

  it('are days where it goes beyond two and they stand at days', () => {
    expect(labels([0, 48, 96, 144])).toEqual(['0', '2', '4', '6 d']);
    expect(labels([48, 60, 72])).toEqual(['2.0', '2.5', '3.0 d']);
  });

  it('stay hours up to two days, and where they stand at round hours', () => {
    expect(labels([0, 24, 48])).toEqual(['0', '24', '48 h']);
    expect(labels([0, 20, 40, 60])).toEqual(['0', '20', '40', '60 h']);
  });
});
