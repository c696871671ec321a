import { count, defineMetric } from '../grammar.ts';
import { orders } from '../facts.ts';

export const ordersPlaced = defineMetric({
  id: 'ORDERS',
  area: 'DEMAND',
  version: 1,
  since: '2026-01-01',
  owner: 'commerce',
  title: { en: 'Orders', zh: '订单数' },
  description: {
    en: 'Orders placed in the period, of every status, canceled ones included. 0 where there are none.',
    zh: '统计期内下单的订单数，含所有状态（包括已取消）。没有订单时为 0。',
  },
  numerator: { en: 'orders placed', zh: '下单订单数' },
  fact: orders,
  clock: 'order',
  kind: 'count',
  count: 'every row',
  unit: count,
  better: 'higher',
  minSample: 1,
  maturesAfterDays: 0,
});
