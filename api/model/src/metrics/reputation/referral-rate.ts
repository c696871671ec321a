import { buyingDays } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const referralRate = defineMetric({
  id: 'REFERRAL_RATE',
  area: 'REPUTATION',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Customers who recommend', zh: '顾客推荐率' },
  description: {
    en: 'Of the customers with a valid order in the period whose 90 days are over, the share who recommended the shop to a friend within 90 days of it.',
    zh: '统计期内有有效订单、且其后 90 天已满的顾客中，90 天内向好友推荐店铺的占比。',
  },
  numerator: { en: 'customers who recommended within 90 days', zh: '90 天内推荐过的顾客数' },
  denominator: { en: 'customers with an order whose 90 days are over', zh: '90 天已满的下单顾客数' },
  fact: buyingDays,
  clock: 'order',
  needs: ['orders.customers', 'referrals'],
  kind: 'customer_share',
  part: sql`j.referred_within_90d`,
  whole: sql`j.referred_within_90d is not null`,
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 90,
  notes: [common],
});
