import { expect, it } from 'vitest';
import { expectedText, type Head } from './expected-text.ts';

const count: Head = { unit: 'COUNT', decimals: 0, currency: null };
const yuan: Head = { unit: 'MONEY', decimals: 2, currency: 'CNY' };
const share: Head = { unit: 'PERCENT', decimals: 1, currency: null };

it.each([
  [0, count, '0', '0'],
  [999, count, '999', '999'],
  [18_799, count, '18,799', '18,799'],
  [999_999, count, '999,999', '999,999'],
  [1_000_000, count, '1.00M', '100.0 万'],
  [99_999_999, count, '100M', '1.00 亿'],
  [999_999_999, count, '1.00B', '10.00 亿'],
  [-12, count, '−12', '−12'],
  [162.624, yuan, '¥162.62', '¥162.62'],
  [8_943_359.26, yuan, '¥8.94M', '¥894.3 万'],
  [0.94249, share, '94.2%', '94.2%'],
  [null, share, 'no data', '无数据'],
  [2.96, { unit: 'DAYS', decimals: 1, currency: null }, '3.0 days', '3.0 天'],
  [48, { unit: 'HOURS', decimals: 1, currency: null }, '48.0 hours', '48.0 小时'],
  [135.2, { unit: 'HOURS', decimals: 1, currency: null }, '5.6 days', '5.6 天'],
  [3.84, { unit: 'MINUTES', decimals: 1, currency: null }, '3.8 min', '3.8 分钟'],
  [1_176.47, { unit: 'PER_10K', decimals: 1, currency: null }, '1,176.5 per 10k', '1,176.5 /万'],
  [4.512, { unit: 'SCORE', decimals: 2, currency: null }, '4.51', '4.51'],
] satisfies [number | null, Head, string, string][])('%s is written as the documents say', (value, head, en, zh) => {
  expect([expectedText(value, head, 'en'), expectedText(value, head, 'zh')]).toEqual([en, zh]);
});
