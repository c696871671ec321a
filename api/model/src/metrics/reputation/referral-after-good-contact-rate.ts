import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const referralAfterGoodContactRate = defineMetric({
  id: 'REFERRAL_AFTER_GOOD_CONTACT_RATE',
  area: 'REPUTATION',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Recommendation after a good contact', zh: '满意服务后推荐率' },
  description: {
    en: 'Of the cases opened in the period that the customer rated 4 or 5 of 5 and whose 90 days are over, the share followed by a recommendation to a friend within them.',
    zh: '统计期内发起、顾客评 4–5 分且 90 天已满的工单中，顾客其后 90 天内向好友推荐的占比。',
  },
  numerator: { en: 'such cases followed by a recommendation', zh: '其后有推荐的工单数' },
  denominator: { en: 'cases rated 4 or 5 whose 90 days are over', zh: '评 4–5 分且 90 天已满的工单数' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.csat', 'referrals'],
  kind: 'ratio',
  part: { where: sql`j.referred_within_90d` },
  whole: { where: sql`j.csat >= 4 and j.referred_within_90d is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 90,
  notes: [
    common,
    { en: 'It shows that one follows the other, not that it is caused by it.', zh: '仅说明先后相随，不代表因果。' },
  ],
});
