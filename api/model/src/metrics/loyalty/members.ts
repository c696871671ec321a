import { tierChanges } from '../facts.ts';
import { count, defineMetric } from '../grammar.ts';
import { sql } from '../sql.ts';

export const members = defineMetric({
  id: 'MEMBERS',
  area: 'LOYALTY',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Members', zh: '会员数' },
  description: {
    en: 'Customers who hold a membership tier at the end of each bucket. It is a level: months do not add up to a year.',
    zh: '各时间段结束时持有会员等级的顾客数。此为存量：各月之和不等于全年。',
  },
  numerator: { en: 'customers with a tier at the end', zh: '期末持有等级的顾客数' },
  fact: tierChanges,
  clock: 'changed',
  needs: ['loyalty_events.tier_to'],
  kind: 'stock',
  among: sql`j.level = 'member'`,
  change: sql`j.change`,
  unit: count,
  better: 'higher',
  minSample: 1,
  maturesAfterDays: 0,
});
