import { referrals } from '../facts.ts';
import { count, defineMetric } from '../grammar.ts';

export const referralsMade = defineMetric({
  id: 'REFERRALS',
  area: 'REPUTATION',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Recommendations to friends', zh: '好友推荐数' },
  description: { en: 'Recommendations to friends made in the period.', zh: '统计期内顾客向好友推荐的次数。' },
  numerator: { en: 'recommendations', zh: '推荐数' },
  fact: referrals,
  clock: 'referred',
  kind: 'count',
  count: 'every row',
  unit: count,
  better: 'higher',
  minSample: 1,
  maturesAfterDays: 0,
});
