import { count, defineMetric } from '../grammar.ts';
import { orders, reviews as reviewRows } from '../facts.ts';
import { ofOrders } from '../maturity/declare.ts';
import { sql } from '../sql.ts';

export const reviews = defineMetric({
  id: 'REVIEWS',
  area: 'VOICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Reviews', zh: '评价数' },
  description: {
    en: 'Reviews of the orders placed in the period; a review linked to several orders counts for each. 0 where there are none.',
    zh: '统计期内下单订单所收到的评价数；关联多个订单的评价在每个订单各计一次。没有时为 0。',
  },
  numerator: { en: 'reviews linked to the orders', zh: '订单关联的评价数' },
  fact: orders,
  clock: 'order',
  needs: ['reviews'],
  kind: 'count',
  count: { each: sql`j.reviews_count` },
  unit: count,
  better: 'neither',
  minSample: 1,
  maturesAfterDays: 45,
  knownOn: { part: ofOrders(reviewRows, 'every row', sql`j.answered_on`) },
});
