import { loyaltyChanges } from '../facts.ts';
import { count, defineMetric } from '../grammar.ts';
import { sql } from '../sql.ts';

export const pointsBalance = defineMetric({
  id: 'POINTS_BALANCE',
  area: 'LOYALTY',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Points in hand', zh: '积分余额' },
  description: {
    en: 'Points that all customers hold together at the end of each bucket: earned and adjusted, less spent and expired. It is a level, in points; what they are worth is POINTS_LIABILITY.',
    zh: '各时间段结束时全体顾客持有的积分合计：获得与调整，减去使用与过期。此为存量，以积分计；折合金额见 POINTS_LIABILITY。',
  },
  numerator: { en: 'points in hand at the end', zh: '期末积分余额' },
  fact: loyaltyChanges,
  clock: 'changed',
  needs: ['loyalty_events.points'],
  kind: 'stock',
  among: sql`j.level = 'points'`,
  change: sql`j.change`,
  unit: count,
  better: 'neither',
  minSample: 1,
  maturesAfterDays: 0,
});
