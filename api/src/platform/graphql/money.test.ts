import { expect, test } from 'vitest';
import { money } from './money.ts';

test.each([
  [0, 'CNY', '0.00'],
  [5, 'BRL', '0.05'],
  [-5, 'BRL', '-0.05'],
  [123_456, 'CNY', '1234.56'],
  [1500, 'JPY', '1500'],
  [9_007_199_254_740_991, 'CNY', '90071992547409.91'],
])('%i minor units of %s are %s', (minor, currency, amount) => {
  expect(money(minor, currency)).toEqual({ amount, currency });
});
