import { referrals } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const referralConversionRate = defineMetric({
  id: 'REFERRAL_CONVERSION_RATE',
  area: 'REPUTATION',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Recommended friends who buy', zh: '推荐转化率' },
  description: {
    en: 'Of the recommendations made in the period whose 90 days are over, the share whose friend placed a first order within them.',
    zh: '统计期内作出、且 90 天已满的推荐中，好友 90 天内首次下单的占比。',
  },
  numerator: { en: 'recommendations whose friend ordered', zh: '好友已下单的推荐数' },
  denominator: { en: 'recommendations whose 90 days are over', zh: '90 天已满的推荐数' },
  fact: referrals,
  clock: 'referred',
  needs: ['referrals.first_ordered_at'],
  kind: 'ratio',
  part: { where: sql`j.ordered_90d` },
  whole: { where: sql`j.ordered_90d is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 90,
  notes: [common],
});
