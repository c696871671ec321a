import { defineMetric, percent } from '../grammar.ts';
import { orders, reviews } from '../facts.ts';
import { decidedOn } from '../maturity/declare.ts';
import { sql } from '../sql.ts';

export const positiveReviewRate = defineMetric({
  id: 'POSITIVE_REVIEW_RATE',
  area: 'VOICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Positive review rate', zh: '好评率' },
  description: {
    en: 'Of the reviews of the orders placed in the period, the share with 4 or 5 stars. Dated by the order; every linked review counts.',
    zh: '统计期内下单订单所收的评价中，4–5 星的占比。按下单日归期，每条关联评价都计入。',
  },
  numerator: { en: 'reviews with 4 or 5 stars', zh: '4–5 星评价数' },
  denominator: { en: 'reviews', zh: '评价数' },
  fact: orders,
  clock: 'order',
  needs: ['reviews'],
  kind: 'ratio',
  part: { each: sql`j.score_counts[4] + j.score_counts[5]` },
  whole: { each: sql`j.reviews_count` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 45,
  knownOn: decidedOn(reviews, 'every row', sql`j.positive`, sql`j.answered_on`),
});
