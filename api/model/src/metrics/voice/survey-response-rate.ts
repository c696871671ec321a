import { surveys } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const surveyResponseRate = defineMetric({
  id: 'SURVEY_RESPONSE_RATE',
  area: 'VOICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Survey response rate', zh: '问卷参评率' },
  description: {
    en: 'Of all surveys sent in the period whose 14 days are over, the share answered within them.',
    zh: '统计期内发出、且 14 天已满的全部问卷中，14 天内作答的占比。',
  },
  numerator: { en: 'surveys answered within 14 days', zh: '14 天内作答的问卷数' },
  denominator: { en: 'surveys whose 14 days are over', zh: '14 天已满的问卷数' },
  fact: surveys,
  clock: 'sent',
  needs: ['surveys.answered_at'],
  kind: 'ratio',
  part: { where: sql`j.answered_14d` },
  whole: { where: sql`j.answered_14d is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 14,
  notes: [common],
});
