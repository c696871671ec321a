import { expect, test } from 'vitest';
import { nearNames } from './near-names.ts';

const names = [
  { name: 'ORDERS', called: ['Orders', '订单数'] },
  { name: 'NPS', called: ['Net promoter score', '净推荐值'] },
  { name: 'REPURCHASE_RATE_90D', called: ['90-day repurchase rate', '90 日复购率'] },
  { name: 'REPURCHASE_RATE_30D', called: ['30-day repurchase rate', '30 日复购率'] },
];

test.each([
  ['ODERS', 'ORDERS'],
  ['orders', 'ORDERS'],
  ['NET_PROMOTER', 'NPS'],
  ['REPURCHASE_90', 'REPURCHASE_RATE_90D'],
  ['净推荐值', 'NPS'],
])('%s is near to %s', (written, near) => {
  expect(nearNames(written, names)[0]).toBe(near);
});

test('what is like nothing has no near names', () => {
  expect(nearNames('XYZZY', names)).toEqual([]);
  expect(nearNames('', names)).toEqual([]);
});
