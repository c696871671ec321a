import { loyaltyChanges } from '../facts.ts';
import { count, defineMetric } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const activeCustomers = defineMetric({
  id: 'ACTIVE_CUSTOMERS',
  area: 'LOYALTY',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Active customers', zh: '活跃顾客数' },
  description: {
    en: 'Known customers with a valid order in the 365 days up to the end of each bucket. It is a level: months do not add up to a year.',
    zh: '各时间段结束时，近 365 天内有有效订单的已知顾客数。此为存量：各月之和不等于全年。',
  },
  numerator: { en: 'customers active at the end', zh: '期末活跃顾客数' },
  fact: loyaltyChanges,
  clock: 'changed',
  needs: ['orders', 'orders.customers'],
  kind: 'stock',
  among: sql`j.level = 'active'`,
  change: sql`j.change`,
  unit: count,
  better: 'higher',
  minSample: 1,
  maturesAfterDays: 0,
  notes: [common],
});
