import { referrals } from '../facts.ts';
import { defineMetric, wholeDays } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const daysToNextReferralP50 = defineMetric({
  id: 'DAYS_TO_NEXT_REFERRAL_P50',
  area: 'REPUTATION',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Days to the next recommendation, median', zh: '再次推荐间隔（中位数）' },
  description: {
    en: 'Half of the recommendations made in the period that the same customer followed by another were followed within this many days. Those never followed have no days and are left out, so it speaks of repeated recommendation only.',
    zh: '统计期内的推荐中，同一顾客其后再次推荐者有一半在这个天数内再次推荐。之后未再推荐的没有间隔，不计入。',
  },
  numerator: { en: 'days to the customer’s next recommendation', zh: '距下一次推荐的天数' },
  denominator: { en: 'recommendations followed by another', zh: '其后再次推荐的推荐数' },
  fact: referrals,
  clock: 'referred',
  kind: 'percentile',
  at: 0.5,
  value: sql`j.days_to_next`,
  whole: sql`j.days_to_next is not null`,
  unit: wholeDays,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 90,
  notes: [common],
});
