import { reviews } from '../facts.ts';
import { defineMetric, hoursOfSeconds } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const badReviewReplyHoursP50 = defineMetric({
  id: 'BAD_REVIEW_REPLY_HOURS_P50',
  area: 'VOICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Answer to bad reviews, median hours', zh: '差评回复时长（中位数）' },
  description: {
    en: 'Half of the bad reviews (first given 1 or 2 stars) written in the period and answered were answered within this many hours. Unanswered ones have no time: see REVIEW_REPLY_48H_RATE.',
    zh: '统计期内收到且已回复的差评（首次给出 1–2 星）中，有一半在这个小时数内得到回复。未回复的没有时长，见差评48小时回复率。',
  },
  numerator: { en: 'hours from the review to the answer', zh: '评价到回复的小时数' },
  denominator: { en: 'bad reviews answered', zh: '已回复的差评数' },
  fact: reviews,
  clock: 'answered',
  needs: ['reviews.replied_at'],
  kind: 'percentile',
  at: 0.5,
  value: sql`j.replied_seconds`,
  whole: sql`j.first_score <= 2 and j.replied_seconds is not null`,
  unit: hoursOfSeconds,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 7,
  notes: [common],
});
