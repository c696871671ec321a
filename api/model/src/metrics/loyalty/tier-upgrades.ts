import { loyaltyEvents } from '../facts.ts';
import { count, defineMetric } from '../grammar.ts';
import { sql } from '../sql.ts';

export const tierUpgrades = defineMetric({
  id: 'TIER_UPGRADES',
  area: 'LOYALTY',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Upgrades of tier', zh: '会员升级数' },
  description: {
    en: 'Changes of membership tier in the period that led up, by the usual order of tiers (basic, bronze, silver, gold, platinum, diamond). The first tier of a customer, and tiers of other names, are not counted.',
    zh: '统计期内会员等级上升的次数，按通行的等级次序（普通、青铜、银卡、金卡、铂金、钻石）判断。首次获得等级和其他名称的等级不计入。',
  },
  numerator: { en: 'changes of tier upwards', zh: '等级上升次数' },
  fact: loyaltyEvents,
  clock: 'occurred',
  needs: ['loyalty_events.tier_to'],
  kind: 'count',
  count: { where: sql`j.tier_step > 0` },
  unit: count,
  better: 'higher',
  minSample: 1,
  maturesAfterDays: 0,
});
