import { reviews } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { quoted } from '../provenance.ts';
import { sql } from '../sql.ts';

export const badReviewRate = defineMetric({
  id: 'BAD_REVIEW_RATE',
  area: 'VOICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Bad-review rate (1 star)', zh: '差评率（1星）' },
  description: {
    en: 'Of the reviews written in the period, the share with 1 star as they stand today.',
    zh: '统计期内收到的评价中，当前为 1 星的占比。',
  },
  numerator: { en: 'reviews with 1 star', zh: '1 星评价数' },
  denominator: { en: 'reviews', zh: '评价数' },
  fact: reviews,
  clock: 'answered',
  needs: ['reviews.answered_at'],
  kind: 'ratio',
  part: { where: sql`j.score = 1` },
  whole: 'every row',
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    quoted('JD', '京东“商品评价差评率”'),
    {
      en: 'JD also drops reviews of fully refunded returns and takes the latest 20 of a customer; that is not done here.',
      zh: '京东另剔除全额退货订单的评价、同一用户仅取最近 20 条，此处未作该处理。',
    },
  ],
});
