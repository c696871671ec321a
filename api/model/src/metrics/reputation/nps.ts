import { surveys } from '../facts.ts';
import { defineMetric, index } from '../grammar.ts';
import { sql } from '../sql.ts';

export const nps = defineMetric({
  id: 'NPS',
  area: 'REPUTATION',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Net promoter score', zh: '净推荐值（NPS）' },
  description: {
    en: 'Of the recommendation surveys answered in the period, the share scored 9–10 minus the share scored 0–6, in points from −100 to 100.',
    zh: '统计期内回答的推荐意愿问卷中，9–10 分占比减去 0–6 分占比，取值 −100 至 100。',
  },
  numerator: { en: 'promoters minus detractors', zh: '推荐者数减贬损者数' },
  denominator: { en: 'answers', zh: '回答数' },
  fact: surveys,
  clock: 'answered',
  needs: ['surveys.nps', 'surveys.answered_at'],
  kind: 'index',
  plus: sql`j.score >= 9`,
  minus: sql`j.score <= 6`,
  whole: sql`j.kind = 'nps' and j.score is not null`,
  unit: index,
  better: 'higher',
  minSample: 50,
  maturesAfterDays: 0,
});
