import { defineMetric, percent } from '../grammar.ts';
import { orders } from '../facts.ts';
import { dayOf, ofOrders } from '../maturity/declare.ts';
import { sql } from '../sql.ts';

export const cancellationRate = defineMetric({
  id: 'CANCELLATION_RATE',
  area: 'DEMAND',
  version: 1,
  since: '2026-01-01',
  owner: 'commerce',
  title: { en: 'Cancellation rate', zh: '取消率' },
  description: {
    en: 'Of the orders placed in the period, the share whose status is canceled. Unavailable orders are not in the numerator.',
    zh: '统计期内下单的订单中，状态为已取消的占比。无货订单不计入分子。',
  },
  numerator: { en: 'canceled orders', zh: '已取消订单数' },
  denominator: { en: 'orders placed', zh: '下单订单数' },
  fact: orders,
  clock: 'order',
  kind: 'ratio',
  part: { where: sql`j.status = 'canceled'` },
  whole: 'every row',
  unit: percent(2),
  better: 'lower',
  target: { atMost: 0.025 },
  minSample: 30,
  maturesAfterDays: 30,
  knownOn: { part: ofOrders(orders, { where: sql`j.status = 'canceled'` }, dayOf('canceled_at')) },
});
