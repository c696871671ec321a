import { loyaltyChanges } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { sql } from '../sql.ts';

export const loyalCustomerShare = defineMetric({
  id: 'LOYAL_CUSTOMER_SHARE',
  area: 'LOYALTY',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Loyal-customer share', zh: '忠诚顾客占比' },
  description: {
    en: 'Of the customers with a valid order in the 365 days up to the end of each bucket, the share who are loyal then: at least 3 valid order days in those 365, the last within twice the customer’s own mean gap.',
    zh: '各时间段结束时，近 365 天内有有效订单的顾客中忠诚顾客的占比。忠诚：365 天内至少 3 个有效下单日，且最近一次不超过其自身平均间隔的 2 倍。',
  },
  numerator: { en: 'loyal customers at the end', zh: '期末忠诚顾客数' },
  denominator: { en: 'customers active at the end', zh: '期末活跃顾客数' },
  fact: loyaltyChanges,
  clock: 'changed',
  needs: ['orders', 'orders.customers'],
  kind: 'stock',
  among: sql`j.level in ('loyal', 'active')`,
  change: sql`j.change * (j.level = 'loyal')::int`,
  whole: sql`j.change * (j.level = 'active')::int`,
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
});
