import { defineMetric, percent } from '../grammar.ts';
import { orders, reviews } from '../facts.ts';
import { decidedOn } from '../maturity/declare.ts';
import { sql } from '../sql.ts';

export const threeStarShare = defineMetric({
  id: 'THREE_STAR_SHARE',
  area: 'VOICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Three-star share', zh: '三星占比' },
  description: {
    en: 'Of the reviews of the orders placed in the period, the share with three stars. Every linked review counts.',
    zh: '统计期内下单订单所收的评价中，三星的占比。每条关联评价都计入。',
  },
  numerator: { en: 'reviews with three stars', zh: '三星评价数' },
  denominator: { en: 'reviews', zh: '评价数' },
  fact: orders,
  clock: 'order',
  needs: ['reviews'],
  kind: 'ratio',
  part: { each: sql`j.score_counts[3]` },
  whole: { each: sql`j.reviews_count` },
  unit: percent(1),
  better: 'neither',
  minSample: 30,
  maturesAfterDays: 45,
  knownOn: decidedOn(reviews, 'every row', sql`j.score = 3`, sql`j.answered_on`),
});
