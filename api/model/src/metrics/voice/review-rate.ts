import { defineMetric, percent } from '../grammar.ts';
import { orders } from '../facts.ts';
import { dayOf, ofOrders } from '../maturity/declare.ts';
import { sql } from '../sql.ts';

export const reviewRate = defineMetric({
  id: 'REVIEW_RATE',
  area: 'VOICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Review rate', zh: '评价率' },
  description: {
    en: 'Of the orders placed in the period and delivered, the share with at least one review.',
    zh: '统计期内下单且已送达的订单中，至少有一条评价的占比。',
  },
  numerator: { en: 'delivered orders with a review', zh: '有评价的已送达订单数' },
  denominator: { en: 'delivered orders', zh: '已送达订单数' },
  fact: orders,
  clock: 'order',
  needs: ['reviews'],
  kind: 'ratio',
  part: { where: sql`j.reviews_count > 0` },
  whole: { where: sql`j.status = 'delivered'` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 45,
  knownOn: {
    part: ofOrders(
      orders,
      { where: sql`j.status = 'delivered' and j.reviews_count > 0` },
      sql`greatest(${dayOf('first_answered_at')}, j.delivered_on)`,
    ),
    whole: ofOrders(orders, { where: sql`j.status = 'delivered'` }, sql`j.delivered_on`),
  },
});
