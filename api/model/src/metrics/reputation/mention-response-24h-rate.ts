import { mentions } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const mentionResponse24hRate = defineMetric({
  id: 'MENTION_RESPONSE_24H_RATE',
  area: 'REPUTATION',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Negative mentions answered within 24 hours', zh: '负面舆情24小时响应率' },
  description: {
    en: 'Of the negative public mentions of the period whose 24 hours are over, the share the shop responded to within them. No response is a failure.',
    zh: '统计期内出现、且 24 小时已满的负面提及中，店铺 24 小时内回应的占比。未回应的算未达成。',
  },
  numerator: { en: 'negative mentions responded to within 24 hours', zh: '24 小时内回应的负面提及数' },
  denominator: { en: 'negative mentions whose 24 hours are over', zh: '24 小时已满的负面提及数' },
  fact: mentions,
  clock: 'mentioned',
  needs: ['mentions.sentiment', 'mentions.responded_at'],
  kind: 'ratio',
  part: { where: sql`j.responded_24h` },
  whole: { where: sql`j.negative and j.responded_24h is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 1,
  notes: [common],
});
