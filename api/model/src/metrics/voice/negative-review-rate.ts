import { defineMetric, percent } from '../grammar.ts';
import { orders, reviews } from '../facts.ts';
import { decidedOn } from '../maturity/declare.ts';
import { sql } from '../sql.ts';

export const negativeReviewRate = defineMetric({
  id: 'NEGATIVE_REVIEW_RATE',
  area: 'VOICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Negative review rate', zh: '差评率' },
  description: {
    en: 'Of the reviews of the orders placed in the period, the share with 1 or 2 stars. Dated by the order; every linked review counts.',
    zh: '统计期内下单订单所收的评价中，1–2 星的占比。按下单日归期，每条关联评价都计入。',
  },
  numerator: { en: 'reviews with 1 or 2 stars', zh: '1–2 星评价数' },
  denominator: { en: 'reviews', zh: '评价数' },
  fact: orders,
  clock: 'order',
  needs: ['reviews'],
  kind: 'ratio',
  part: { each: sql`j.score_counts[1] + j.score_counts[2]` },
  whole: { each: sql`j.reviews_count` },
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 45,
  knownOn: decidedOn(reviews, 'every row', sql`j.negative`, sql`j.answered_on`),
});
