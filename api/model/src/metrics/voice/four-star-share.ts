import { defineMetric, percent } from '../grammar.ts';
import { orders, reviews } from '../facts.ts';
import { decidedOn } from '../maturity/declare.ts';
import { sql } from '../sql.ts';

export const fourStarShare = defineMetric({
  id: 'FOUR_STAR_SHARE',
  area: 'VOICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Four-star share', zh: '四星占比' },
  description: {
    en: 'Of the reviews of the orders placed in the period, the share with four stars. Every linked review counts.',
    zh: '统计期内下单订单所收的评价中，四星的占比。每条关联评价都计入。',
  },
  numerator: { en: 'reviews with four stars', zh: '四星评价数' },
  denominator: { en: 'reviews', zh: '评价数' },
  fact: orders,
  clock: 'order',
  needs: ['reviews'],
  kind: 'ratio',
  part: { each: sql`j.score_counts[4]` },
  whole: { each: sql`j.reviews_count` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 45,
  knownOn: decidedOn(reviews, 'every row', sql`j.score = 4`, sql`j.answered_on`),
});
