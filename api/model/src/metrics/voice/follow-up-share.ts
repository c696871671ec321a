import { reviews } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const followUpShare = defineMetric({
  id: 'FOLLOW_UP_SHARE',
  area: 'VOICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Follow-up reviews', zh: '追评占比' },
  description: {
    en: 'Of the reviews written in the period, the share that follow up an earlier review of the same order.',
    zh: '统计期内收到的评价中，对同一订单先前评价的追评占比。',
  },
  numerator: { en: 'follow-up reviews', zh: '追评数' },
  denominator: { en: 'reviews', zh: '评价数' },
  fact: reviews,
  clock: 'answered',
  needs: ['reviews.answered_at', 'reviews.follow_up_of'],
  kind: 'ratio',
  part: { where: sql`j.follow_up` },
  whole: 'every row',
  unit: percent(1),
  better: 'neither',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
