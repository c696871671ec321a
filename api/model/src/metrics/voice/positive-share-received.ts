import { reviews } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const positiveShareReceived = defineMetric({
  id: 'POSITIVE_SHARE_RECEIVED',
  area: 'VOICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Positive reviews received', zh: '好评率（按评价日）' },
  description: {
    en: 'Of the reviews written in the period, the share with 4 or 5 stars. Reviews given by default and rewarded ones are in it: see POSITIVE_SHARE_WRITTEN.',
    zh: '统计期内收到的评价中，4–5 星的占比。默认好评和有奖评价包含在内，剔除后见主动好评率。',
  },
  numerator: { en: 'reviews with 4 or 5 stars', zh: '4–5 星评价数' },
  denominator: { en: 'reviews', zh: '评价数' },
  fact: reviews,
  clock: 'answered',
  needs: ['reviews.answered_at'],
  kind: 'ratio',
  part: { where: sql`j.positive` },
  whole: 'every row',
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
