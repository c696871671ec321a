import { reviews } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const badReviewRecoveryRate = defineMetric({
  id: 'BAD_REVIEW_RECOVERY_RATE',
  area: 'VOICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Bad reviews recovered', zh: '差评挽回率' },
  description: {
    en: 'Of the reviews first given 1 or 2 stars in the period whose 30 days are over, the share changed to 4 or 5 stars, or followed up with 4 or 5, within them. Follow-ups are not counted on their own.',
    zh: '统计期内首次给出 1–2 星、且 30 天已满的评价中，30 天内改为 4–5 星或追评 4–5 星的占比。追评不单独计数。',
  },
  numerator: { en: 'bad reviews turned good within 30 days', zh: '30 天内转为好评的差评数' },
  denominator: { en: 'bad reviews whose 30 days are over', zh: '30 天已满的差评数' },
  fact: reviews,
  clock: 'answered',
  needs: ['reviews.answered_at', 'reviews.changed'],
  kind: 'ratio',
  part: { where: sql`j.recovered` },
  whole: { where: sql`j.recovered is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 30,
  notes: [common],
});
