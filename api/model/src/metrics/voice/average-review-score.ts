import { defineMetric, score } from '../grammar.ts';
import { orders, reviews } from '../facts.ts';
import { ofOrders } from '../maturity/declare.ts';
import { sql } from '../sql.ts';

export const averageReviewScore = defineMetric({
  id: 'AVERAGE_REVIEW_SCORE',
  area: 'VOICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Average review score', zh: '平均评分' },
  description: {
    en: 'Mean score, 1 to 5 stars, of the reviews of the orders placed in the period. Every linked review counts. No value without reviews.',
    zh: '统计期内下单订单所收评价的平均分（1–5 星）。每条关联评价都计入。没有评价时无值。',
  },
  numerator: { en: 'stars, added up', zh: '星级之和' },
  denominator: { en: 'reviews', zh: '评价数' },
  fact: orders,
  clock: 'order',
  needs: ['reviews'],
  kind: 'mean',
  amount: {
    value: sql`j.score_sum`,
    squares: sql`j.score_counts[1] + 4 * j.score_counts[2] + 9 * j.score_counts[3] + 16 * j.score_counts[4] + 25 * j.score_counts[5]`,
  },
  whole: { each: sql`j.reviews_count` },
  unit: score,
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 45,
  knownOn: {
    part: ofOrders(reviews, { amount: sql`j.score` }, sql`j.answered_on`),
    whole: ofOrders(reviews, 'every row', sql`j.answered_on`),
  },
});
