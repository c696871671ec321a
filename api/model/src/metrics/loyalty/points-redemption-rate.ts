import { loyaltyEvents } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const pointsRedemptionRate = defineMetric({
  id: 'POINTS_REDEMPTION_RATE',
  area: 'LOYALTY',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Points redeemed', zh: '积分核销率' },
  description: {
    en: 'Of all points earned up to the end of each bucket, the share spent by then. Expired and adjusted points are on neither side.',
    zh: '截至各时间段结束累计获得的积分中，已使用的占比。过期和调整的积分不计入分子分母。',
  },
  numerator: { en: 'points spent so far', zh: '累计使用积分' },
  denominator: { en: 'points earned so far', zh: '累计获得积分' },
  fact: loyaltyEvents,
  clock: 'occurred',
  needs: ['loyalty_events.points'],
  kind: 'stock',
  among: sql`j.kind in ('spent', 'earned')`,
  change: sql`(j.kind = 'spent')::int * -j.points`,
  whole: sql`(j.kind = 'earned')::int * j.points`,
  amounts: true,
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
