import { referrals } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const referralJoinRate = defineMetric({
  id: 'REFERRAL_JOIN_RATE',
  area: 'REPUTATION',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Recommended friends who join', zh: '被推荐好友注册率' },
  description: {
    en: 'Of the recommendations made in the period whose 90 days are over, the share whose friend joined within them.',
    zh: '统计期内作出、且 90 天已满的推荐中，好友 90 天内注册的占比。',
  },
  numerator: { en: 'recommendations whose friend joined', zh: '好友已注册的推荐数' },
  denominator: { en: 'recommendations whose 90 days are over', zh: '90 天已满的推荐数' },
  fact: referrals,
  clock: 'referred',
  needs: ['referrals.joined_at'],
  kind: 'ratio',
  part: { where: sql`j.joined_90d` },
  whole: { where: sql`j.joined_90d is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 90,
  notes: [common],
});
