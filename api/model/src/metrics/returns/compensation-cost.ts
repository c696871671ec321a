import { compensations } from '../facts.ts';
import { defineMetric, money } from '../grammar.ts';
import { sql } from '../sql.ts';

export const compensationCost = defineMetric({
  id: 'COMPENSATION_COST',
  area: 'RETURNS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Compensation cost', zh: '补偿金额' },
  description: {
    en: 'What the coupons, points and cash granted in the period are worth.',
    zh: '统计期内发放的优惠券、积分与现金补偿的价值。',
  },
  numerator: { en: 'worth of compensations', zh: '补偿金额之和' },
  fact: compensations,
  clock: 'granted',
  kind: 'sum',
  amount: { value: sql`j.amount_minor` },
  unit: money,
  better: 'neither',
  minSample: 1,
  maturesAfterDays: 0,
});
