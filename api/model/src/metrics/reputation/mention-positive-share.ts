import { mentions } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const mentionPositiveShare = defineMetric({
  id: 'MENTION_POSITIVE_SHARE',
  area: 'REPUTATION',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Positive mentions', zh: '正面提及占比' },
  description: {
    en: 'Of the public mentions in the period that were judged, the share judged positive. Mentions not judged are left out.',
    zh: '统计期内已判定情感的公开提及中，正面的占比。未判定的不计入。',
  },
  numerator: { en: 'positive mentions', zh: '正面提及数' },
  denominator: { en: 'mentions judged', zh: '已判定情感的提及数' },
  fact: mentions,
  clock: 'mentioned',
  needs: ['mentions.sentiment'],
  kind: 'ratio',
  part: { where: sql`j.positive` },
  whole: { where: sql`j.sentiment is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
