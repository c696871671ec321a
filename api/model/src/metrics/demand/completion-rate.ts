import { orders } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { ofOrders } from '../maturity/declare.ts';
import { sql } from '../sql.ts';

export const completionRate = defineMetric({
  id: 'COMPLETION_RATE',
  area: 'DEMAND',
  version: 1,
  since: '2026-01-01',
  owner: 'commerce',
  title: { en: 'Completed orders', zh: '订单完成率' },
  description: {
    en: 'Of the orders placed in the period, the share both paid and delivered so far: what a placed order comes to in the end.',
    zh: '统计期内下单的订单中，迄今既已支付又已送达的占比，即下单最终成交的比例。',
  },
  numerator: { en: 'orders paid and delivered', zh: '已支付且已送达的订单数' },
  denominator: { en: 'orders placed', zh: '下单数' },
  fact: orders,
  clock: 'order',
  needs: ['payments', 'shipments.delivered_at'],
  kind: 'ratio',
  part: { where: sql`j.payments_count > 0 and j.delivered_at is not null` },
  whole: 'every row',
  rolledUp: 'apart',
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 30,
  knownOn: {
    part: ofOrders(orders, { where: sql`j.payments_count > 0 and j.delivered_at is not null` }, sql`j.delivered_on`),
  },
  notes: [common],
});
