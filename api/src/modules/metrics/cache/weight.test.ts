import { expect, it } from 'vitest';
import { weightOf } from './weight.ts';

it.each([
  [
    'figures',
    Array.from({ length: 100 }, (_, n) => ({ bucket: '2024-01-01', value: n / 3, interval: null, mature: true })),
  ],
  ['long numbers', [0.123456789012345, -1.5e-300, Number.MAX_SAFE_INTEGER]],
  ['names', { title: { en: 'Orders', zh: '订单数' }, explain: [{ servedBy: 'mart.orders_daily' }] }],
  ['nothing', []],
])('the weight of %s is at least their text, and not a multiple of it', (_, value) => {
  const text = Buffer.byteLength(JSON.stringify(value));
  expect(weightOf(value)).toBeGreaterThanOrEqual(text);
  expect(weightOf(value)).toBeLessThan(20 * text);
});
