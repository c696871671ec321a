import { reviews } from '../facts.ts';
import { count, defineMetric } from '../grammar.ts';

export const reviewsReceived = defineMetric({
  id: 'REVIEWS_RECEIVED',
  area: 'VOICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Reviews received', zh: '收到的评价数' },
  description: {
    en: 'Reviews written in the period, follow-ups included, whenever the order was placed. By the day of the order: see REVIEWS.',
    zh: '统计期内收到的评价数（含追评），不论下单时间。按下单日统计见评价数。',
  },
  numerator: { en: 'reviews', zh: '评价数' },
  fact: reviews,
  clock: 'answered',
  needs: ['reviews.answered_at'],
  kind: 'count',
  count: 'every row',
  unit: count,
  better: 'neither',
  minSample: 1,
  maturesAfterDays: 0,
});
