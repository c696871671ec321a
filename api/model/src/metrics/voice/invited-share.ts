import { reviews } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const invitedShare = defineMetric({
  id: 'INVITED_SHARE',
  area: 'VOICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Invited reviews', zh: '邀评评价占比' },
  description: {
    en: 'Of the reviews written in the period, the share for which the customer had been invited.',
    zh: '统计期内收到的评价中，事先收到邀评的占比。',
  },
  numerator: { en: 'reviews upon invitation', zh: '受邀评价数' },
  denominator: { en: 'reviews', zh: '评价数' },
  fact: reviews,
  clock: 'answered',
  needs: ['reviews.answered_at', 'reviews.invited_at'],
  kind: 'ratio',
  part: { where: sql`j.invited` },
  whole: 'every row',
  unit: percent(1),
  better: 'neither',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
