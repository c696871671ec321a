import { describe, expect, it } from 'vitest';
import { formatter } from './formatter.ts';
import { axisScale } from './number.ts';
import type { Measure } from './measure.ts';

const en = formatter('en');
const zh = formatter('zh');
const count: Measure = { unit: 'COUNT', decimals: 0 };
const brl: Measure = { unit: 'MONEY', decimals: 2, currency: 'BRL' };
const cny: Measure = { unit: 'MONEY', decimals: 2, currency: 'CNY' };
const share: Measure = { unit: 'PERCENT', decimals: 1 };
const days: Measure = { unit: 'DAYS', decimals: 1 };
const score: Measure = { unit: 'SCORE', decimals: 2 };

describe('a count', () => {
  it.each([
    [0, '0', '0'],
    [1, '1', '1'],
    [999, '999', '999'],
    [1_000, '1,000', '1,000'],
    [18_799, '18,799', '18,799'],
    [999_999, '999,999', '999,999'],
    [999_999.6, '1.00M', '100.0 万'],
    [1_000_000, '1.00M', '100.0 万'],
    [3_057_123, '3.06M', '305.7 万'],
    [9_999_999, '10.0M', '1,000.0 万'],
    [99_999_999, '100M', '1.00 亿'],
    [999_499_999, '999M', '9.99 亿'],
    [999_999_999, '1.00B', '10.00 亿'],
    [1_000_000_000, '1.00B', '10.00 亿'],
    [12_345_678_901, '12.3B', '123.5 亿'],
    [-1, '−1', '−1'],
    [-1_000, '−1,000', '−1,000'],
    [-3_057_123, '−3.06M', '−305.7 万'],
    [-1_000_000_000, '−1.00B', '−10.00 亿'],
    [null, 'no data', '无数据'],
    [undefined, 'no data', '无数据'],
  ])('%s reads %s in English and %s in Chinese', (value, english, chinese) => {
    expect(en.value(value, count)).toBe(english);
    expect(zh.value(value, count)).toBe(chinese);
  });
});

describe('money', () => {
  it.each([
    [0, 'R$ 0.00', 'R$ 0.00'],
    [162.62, 'R$ 162.62', 'R$ 162.62'],
    [999, 'R$ 999.00', 'R$ 999.00'],
    [999.996, 'R$ 1,000', 'R$ 1,000'],
    [1_000, 'R$ 1,000', 'R$ 1,000'],
    [999_999, 'R$ 999,999', 'R$ 999,999'],
    [1_000_000, 'R$ 1.00M', 'R$ 100.0 万'],
    [3_057_000, 'R$ 3.06M', 'R$ 305.7 万'],
    [15_843_553.24, 'R$ 15.8M', 'R$ 1,584.4 万'],
    [1_000_000_000, 'R$ 1.00B', 'R$ 10.00 亿'],
    [-47.2, '−R$ 47.20', '−R$ 47.20'],
    [-3_057_000, '−R$ 3.06M', '−R$ 305.7 万'],
    [null, 'no data', '无数据'],
  ])('%s reads %s in English and %s in Chinese', (value, english, chinese) => {
    expect(en.value(value, brl)).toBe(english);
    expect(zh.value(value, brl)).toBe(chinese);
  });

  it('puts a plain symbol close and keeps every minor unit in tables', () => {
    expect(zh.value(47.2, cny)).toBe('¥47.20');
    expect(zh.value(6_842, cny)).toBe('¥6,842');
    expect(en.exact(15_843_553.24, brl)).toBe('R$ 15,843,553.24');
    expect(en.money({ amount: '-12.5', currency: 'CNY' })).toBe('−¥12.50');
    expect(zh.money(null)).toBe('无数据');
  });

  it('follows the currency where it has no minor unit, and a code nobody knows', () => {
    expect(en.value(459, { unit: 'MONEY', currency: 'JPY' })).toBe('¥459');
    expect(en.value(12, { unit: 'MONEY', currency: 'pts' })).toBe('pts 12.00');
    expect(en.value(12, { unit: 'MONEY', currency: null })).toBe('12.00');
  });

  it('hands a tile its symbol, digits and scale apart', () => {
    expect(zh.parts(3_057_000, brl)).toEqual({ before: 'R$ ', number: '305.7', after: '万' });
    expect(en.parts(null, brl)).toEqual({ before: '', number: '', after: 'no data' });
  });
});

describe('shares, days and scores', () => {
  it.each([
    [0, '0.0%'],
    [0.0304, '3.0%'],
    [0.9158, '91.6%'],
    [0.9995, '100.0%'],
    [1, '100.0%'],
    [-0.054, '−5.4%'],
    [-0.0001, '0.0%'],
    [null, 'no data'],
  ])('the share %s reads %s', (value, expected) => {
    expect(en.value(value, share)).toBe(expected);
  });

  it('days carry their word and scores two decimals', () => {
    expect(en.value(8, days)).toBe('8.0 days');
    expect(zh.value(8, days)).toBe('8.0 天');
    expect(zh.value(4.08642, score)).toBe('4.09');
    expect(en.value(null, days)).toBe('no data');
    expect(zh.value(null, score)).toBe('无数据');
  });

  it('a target is written without trailing zeros', () => {
    expect(en.trimmed(0.95, share)).toBe('95%');
    expect(en.trimmed(0.955, share)).toBe('95.5%');
    expect(zh.trimmed(9, days)).toBe('9 天');
    expect(en.trimmed(null, share)).toBe('no data');
  });

  it('an interval says its unit once and a missing one is a word', () => {
    expect(en.interval({ low: 0.938, high: 0.944 }, share)).toBe('93.8–94.4%');
    expect(zh.interval({ low: 7.9, high: 8 }, days)).toBe('7.9–8.0 天');
    expect(en.interval({ low: 999_000, high: 1_200_000 }, count)).toBe('999,000–1.20M');
    expect(en.interval({ low: 150, high: 170.5 }, brl)).toBe('R$ 150.00–R$ 170.50');
    expect(zh.interval(null, share)).toBe('无数据');
  });
});

describe('changes', () => {
  it.each([
    [0.074, '+7.4 pt', '+7.4 pp', '7.4 points', '7.4 个百分点'],
    [0.01, '+1.0 pt', '+1.0 pp', '1.0 point', '1.0 个百分点'],
    [-0.054, '−5.4 pt', '−5.4 pp', '5.4 points', '5.4 个百分点'],
    [0.00001, '0.0 pt', '0.0 pp', '0.0 points', '0.0 个百分点'],
    [null, 'no data', '无数据', 'no data', '无数据'],
  ])('a share moves by points: %s', (change, short, shortZh, long, longZh) => {
    expect(en.change(change, share)).toBe(short);
    expect(zh.change(change, share)).toBe(shortZh);
    expect(en.change(change, share, { long: true, bare: true })).toBe(long);
    expect(zh.change(change, share, { long: true, bare: true })).toBe(longZh);
  });

  it('days by days, money by money, counts by counts, and a tile takes money and counts relatively', () => {
    expect(en.change(-3, days)).toBe('−3.0 d');
    expect(zh.change(-3, days)).toBe('−3.0 天');
    expect(en.change(-1_200_000, brl)).toBe('−R$ 1.20M');
    expect(en.change(12.5, cny)).toBe('+¥12.50');
    expect(en.change(12.5, cny, { bare: true })).toBe('¥12.50');
    expect(en.change(-2_121, count)).toBe('−2,121');
    expect(en.change(0.1, score)).toBe('+0.10');
    expect(en.ratio(0.646)).toBe('+64.6%');
    expect(en.ratio(-0.1014, { bare: true })).toBe('10.1%');
    expect(zh.ratio(null)).toBe('无数据');
    expect(en.delta({ change: -2_121, changeRatio: -0.101 }, count)).toBe('−10.1%');
    expect(en.delta({ change: 0.074, changeRatio: 0.086 }, share)).toBe('+7.4 pt');
  });
});

describe('an axis', () => {
  const labels = (values: number[], measure: Measure, lang: 'en' | 'zh'): string[] => [
    ...formatter(lang).ticks(values, measure).values(),
  ];

  it('puts the unit on the topmost tick only', () => {
    expect(labels([0.7, 0.8, 0.9, 1], share, 'en')).toEqual(['70', '80', '90', '100%']);
    expect(labels([0, 0.005, 0.01, 0.015], share, 'en')).toEqual(['0', '0.5', '1.0', '1.5%']);
    expect(labels([0, 10, 20], days, 'zh')).toEqual(['0', '10', '20 天']);
    expect(labels([1, 3, 5], score, 'en')).toEqual(['1', '3', '5']);
  });

  it('takes one scale for all its ticks', () => {
    expect(labels([0, 500_000, 1_000_000], brl, 'en')).toEqual(['0', '0.5M', 'R$ 1.0M']);
    expect(labels([0, 500_000, 1_000_000], brl, 'zh')).toEqual(['0', '50万', 'R$ 100万']);
    expect(labels([0, 2_500, 5_000], count, 'zh')).toEqual(['0', '2,500', '5,000']);
    expect(labels([0, 10_000, 20_000], count, 'en')).toEqual(['0', '10K', '20K']);
    expect(labels([0, 10_000, 20_000], count, 'zh')).toEqual(['0', '1万', '2万']);
    expect(axisScale(2_000_000_000, 'en').word).toBe('B');
    expect(axisScale(200_000_000, 'zh').word).toBe('亿');
    expect(axisScale(9_999, 'zh').word).toBe('');
  });
});
