import { reviews } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';
import { rewardedCounted } from '../versions/earlier/positive-share-written.ts';

export const positiveShareWritten = defineMetric({
  id: 'POSITIVE_SHARE_WRITTEN',
  area: 'VOICE',
  version: 2,
  since: '2026-06-01',
  owner: 'service',
  title: { en: 'Positive reviews, written ones only', zh: '主动好评率' },
  description: {
    en: 'Of the reviews written in the period of the customer’s own accord, the share with 4 or 5 stars: reviews given by default and rewarded ones are left out.',
    zh: '统计期内顾客主动撰写的评价中，4–5 星的占比；默认好评和有奖评价（好评返现）不计入。',
  },
  numerator: { en: 'written reviews with 4 or 5 stars', zh: '主动评价中 4–5 星数' },
  denominator: { en: 'written reviews', zh: '主动评价数' },
  fact: reviews,
  clock: 'answered',
  earlier: [rewardedCounted],
  needs: ['reviews.answered_at', 'reviews.source'],
  kind: 'ratio',
  part: { where: sql`j.positive` },
  whole: { where: sql`j.spontaneous` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
