import { mentions } from '../facts.ts';
import { defineMetric, hoursOfSeconds } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const mentionResponseHoursP50 = defineMetric({
  id: 'MENTION_RESPONSE_HOURS_P50',
  area: 'REPUTATION',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Response to mentions, median hours', zh: '舆情响应时长（中位数）' },
  description: {
    en: 'Half of the public mentions of the period that the shop responded to were responded to within this many hours. Those without a response have no time: see MENTION_RESPONSE_24H_RATE.',
    zh: '统计期内店铺已回应的公开提及中，有一半在这个小时数内得到回应。未回应的没有时长，见负面舆情24小时响应率。',
  },
  numerator: { en: 'hours from mention to response', zh: '提及到回应的小时数' },
  denominator: { en: 'mentions responded to', zh: '已回应的提及数' },
  fact: mentions,
  clock: 'mentioned',
  needs: ['mentions.responded_at'],
  kind: 'percentile',
  at: 0.5,
  value: sql`j.response_seconds`,
  whole: sql`j.response_seconds is not null`,
  unit: hoursOfSeconds,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 7,
  notes: [common],
});
