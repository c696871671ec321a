import { reviews } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const reviewReply48hRate = defineMetric({
  id: 'REVIEW_REPLY_48H_RATE',
  area: 'VOICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Bad reviews answered within 48 hours', zh: '差评48小时回复率' },
  description: {
    en: 'Of the reviews first given 1 or 2 stars whose 48 hours to answer ended in the period, the share answered in public by the shop within them. Unanswered ones count as failed.',
    zh: '首次给出 1–2 星、且 48 小时回复期在统计期内届满的评价中，店铺 48 小时内公开回复的占比。未回复的算未达成。',
  },
  numerator: { en: 'bad reviews answered within 48 hours', zh: '48 小时内回复的差评数' },
  denominator: { en: 'bad reviews whose 48 hours are over', zh: '48 小时已满的差评数' },
  fact: reviews,
  clock: 'replyDue',
  needs: ['reviews.replied_at'],
  kind: 'ratio',
  part: { where: sql`j.replied_48h` },
  whole: { where: sql`j.first_score <= 2 and j.replied_48h is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
