import { defineMetric, percent } from '../grammar.ts';
import { orders, reviews } from '../facts.ts';
import { decidedOn } from '../maturity/declare.ts';
import { sql } from '../sql.ts';

export const twoStarShare = defineMetric({
  id: 'TWO_STAR_SHARE',
  area: 'VOICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Two-star share', zh: '二星占比' },
  description: {
    en: 'Of the reviews of the orders placed in the period, the share with two stars. Every linked review counts.',
    zh: '统计期内下单订单所收的评价中，二星的占比。每条关联评价都计入。',
  },
  numerator: { en: 'reviews with two stars', zh: '二星评价数' },
  denominator: { en: 'reviews', zh: '评价数' },
  fact: orders,
  clock: 'order',
  needs: ['reviews'],
  kind: 'ratio',
  part: { each: sql`j.score_counts[2]` },
  whole: { each: sql`j.reviews_count` },
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 45,
  knownOn: decidedOn(reviews, 'every row', sql`j.score = 2`, sql`j.answered_on`),
});
