import { defineMetric, percent } from '../grammar.ts';
import { orders } from '../facts.ts';
import { ofOrders } from '../maturity/declare.ts';
import { sql } from '../sql.ts';

export const deliveredRate = defineMetric({
  id: 'DELIVERED_RATE',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Delivered rate', zh: '妥投率' },
  description: {
    en: 'Of the orders placed in the period, the share whose status is delivered by now.',
    zh: '统计期内下单的订单中，目前状态为已送达的占比。',
  },
  numerator: { en: 'delivered orders', zh: '已送达订单数' },
  denominator: { en: 'orders placed', zh: '下单订单数' },
  fact: orders,
  clock: 'order',
  kind: 'ratio',
  part: { where: sql`j.status = 'delivered'` },
  whole: 'every row',
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 30,
  knownOn: { part: ofOrders(orders, { where: sql`j.status = 'delivered'` }, sql`j.delivered_on`) },
});
