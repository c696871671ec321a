import { describe, expect, it } from 'vitest';
import { startOfDay } from './date.ts';
import { formatter } from './formatter.ts';
import { directionGlyph } from './words.ts';

const en = formatter('en');
const zh = formatter('zh');

describe('days, ranges and buckets', () => {
  it('a day is the same day in every browser zone', () => {
    expect(en.day('2018-08-31')).toBe('31 Aug 2018');
    expect(zh.day('2018-08-31')).toBe('2018年8月31日');
    expect(en.day('2017-09-01')).toBe('1 Sep 2017');
    expect(en.day(null)).toBe('no data');
    expect(zh.dayShort(undefined)).toBe('无数据');
  });

  it('a range says a shared year once', () => {
    expect(en.dayRange('2018-06-01', '2018-08-31')).toBe('1 Jun – 31 Aug 2018');
    expect(zh.dayRange('2018-06-01', '2018-08-31')).toBe('2018年6月1日–8月31日');
    expect(en.dayRange('2017-11-01', '2018-01-31')).toBe('1 Nov 2017 – 31 Jan 2018');
    expect(zh.dayRange('2017-11-01', '2018-01-31')).toBe('2017年11月1日–2018年1月31日');
    expect(en.dayRange('2018-06-01', '2018-06-01')).toBe('1 Jun 2018');
  });

  it('whole months may be named as months', () => {
    expect(en.dayRange('2017-01-01', '2018-08-31', true)).toBe('Jan 2017 – Aug 2018');
    expect(zh.dayRange('2018-06-01', '2018-08-31', true)).toBe('2018年6月–8月');
    expect(en.dayRange('2018-02-01', '2018-02-28', true)).toBe('Feb 2018');
    expect(en.dayRange('2018-02-01', '2018-02-27', true)).toBe('1 Feb – 27 Feb 2018');
  });

  it('each grain has its own name', () => {
    expect(en.bucket('2018-03-26', 'WEEK')).toBe('week of 26 Mar 2018');
    expect(zh.bucketShort('2018-03-26', 'WEEK')).toBe('3月26日当周');
    expect(zh.bucket('2018-07-01', 'QUARTER')).toBe('2018年三季度');
    expect(en.bucketShort('2018-07-01', 'QUARTER')).toBe('Q3 2018');
    expect(en.bucket('2018-01-01', 'YEAR')).toBe('2018');
    expect(zh.bucket('2018-01-01', 'MONTH')).toBe('2018年1月');
    expect(en.bucketTick('2018-01-01', 'MONTH', true)).toBe('Jan 2018');
    expect(en.bucketTick('2018-01-01', 'MONTH', false)).toBe('Jan');
    expect(zh.bucketTick('2018-01-08', 'DAY', false)).toBe('1月8日');
    expect(en.bucketShort('2018-03-26', 'DAY')).toBe('26 Mar');
  });

  it('a moment is read in the shop’s zone', () => {
    expect(en.dateTime('2018-09-01T02:30:00Z', 'America/Sao_Paulo')).toBe('31 Aug 2018, 23:30');
    expect(zh.time('2026-11-21T16:10:00Z', 'Asia/Shanghai')).toBe('00:10');
    expect(en.momentDay('2026-11-21T16:10:00Z', 'Asia/Shanghai')).toBe('22 Nov 2026');
    expect(en.dateTime(null, 'Asia/Shanghai')).toBe('no data');
  });
});

describe('durations', () => {
  it.each([
    [0.42, '0.4 s', '0.4 秒'],
    [45, '45 s', '45 秒'],
    [60, '1 min', '1 分钟'],
    [3_599, '1 h', '1 小时'],
    [11_100, '3 h 5 min', '3 小时 5 分钟'],
    [226_800, '2 d 15 h', '2 天 15 小时'],
    [86_400, '1 d', '1 天'],
    [-120, '−2 min', '−2 分钟'],
    [null, 'no data', '无数据'],
  ])('%s seconds read %s', (seconds, english, chinese) => {
    expect(en.duration(seconds)).toBe(english);
    expect(zh.duration(seconds)).toBe(chinese);
  });
});

describe('words about certainty', () => {
  it('an unknown significance is not "no"', () => {
    expect([true, false, null].map((known) => en.significance(known))).toEqual([
      'beyond noise',
      'within noise',
      'cannot tell',
    ]);
    expect([true, false, null].map((known) => zh.significance(known))).toEqual(['超出噪声', '在噪声之内', '无法判断']);
    expect(zh.maturity(false)).toBe('尚未成熟');
    expect(en.maturity(true)).toBe('settled');
  });

  it('noise and standstill carry ≈, direction its glyph', () => {
    expect(directionGlyph(0.1, true)).toBe('▲');
    expect(directionGlyph(-0.1, null)).toBe('▼');
    expect(directionGlyph(-0.1, false)).toBe('≈');
    expect(directionGlyph(0, true)).toBe('≈');
    expect(directionGlyph(null, true)).toBe('≈');
  });
});

it('a day begins when the shop’s clock says so, also where clocks are put forward that day', () => {
  const begins = (day: string, zone: string): string => new Date(startOfDay(day, zone)).toISOString();
  expect(begins('2026-09-22', 'Asia/Shanghai')).toBe('2026-09-21T16:00:00.000Z');
  expect(begins('2018-01-01', 'America/Sao_Paulo')).toBe('2018-01-01T02:00:00.000Z');
  expect(begins('2026-03-29', 'Europe/Paris')).toBe('2026-03-28T23:00:00.000Z');
  expect(begins('2026-03-30', 'Europe/Paris')).toBe('2026-03-29T22:00:00.000Z');
});
