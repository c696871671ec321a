import { tierChanges } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const benefitUseRate = defineMetric({
  id: 'BENEFIT_USE_RATE',
  area: 'LOYALTY',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Members who use benefits', zh: '会员权益使用率' },
  description: {
    en: 'Of the members at the end of each bucket, the share who used a benefit of membership in the 365 days up to then.',
    zh: '各时间段结束时的会员中，近 365 天内使用过会员权益的占比。',
  },
  numerator: { en: 'members who used a benefit', zh: '使用过权益的会员数' },
  denominator: { en: 'members at the end', zh: '期末会员数' },
  fact: tierChanges,
  clock: 'changed',
  needs: ['loyalty_events.tier_to', 'loyalty_events.benefit_used'],
  kind: 'stock',
  among: sql`j.level in ('benefit', 'member')`,
  change: sql`j.change * (j.level = 'benefit')::int`,
  whole: sql`j.change * (j.level = 'member')::int`,
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
