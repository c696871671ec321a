import { loyaltyChanges } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const lapsedCustomerRate = defineMetric({
  id: 'LAPSED_CUSTOMER_RATE',
  area: 'LOYALTY',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Lapsed customers', zh: '流失顾客率' },
  description: {
    en: 'Of the known customers who were active a year before the end of each bucket (a valid order in the 365 days up to then), the share whose last valid order lies more than 3 times their usual gap back. The usual gap is the mean of the customer’s own, of customers with one order day the shop’s median.',
    zh: '各时间段结束前一年时仍活跃（当时近 365 天内有有效订单）的已知顾客中，最近一次有效订单距今超过其惯常间隔 3 倍的占比。惯常间隔为顾客自身平均间隔；仅有一个下单日的取店铺中位间隔。',
  },
  numerator: { en: 'lapsed customers', zh: '流失顾客数' },
  denominator: { en: 'customers active a year ago', zh: '一年前的活跃顾客数' },
  fact: loyaltyChanges,
  clock: 'changed',
  needs: ['orders', 'orders.customers'],
  kind: 'stock',
  among: sql`j.level in ('lapsed', 'customer_a_year_ago')`,
  change: sql`j.change * (j.level = 'lapsed')::int`,
  whole: sql`j.change * (j.level = 'customer_a_year_ago')::int`,
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
