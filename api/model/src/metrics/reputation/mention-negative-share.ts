import { mentions } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const mentionNegativeShare = defineMetric({
  id: 'MENTION_NEGATIVE_SHARE',
  area: 'REPUTATION',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Negative mentions', zh: '负面提及占比' },
  description: {
    en: 'Of the public mentions in the period that were judged, the share judged negative. Mentions not judged are left out.',
    zh: '统计期内已判定情感的公开提及中，负面的占比。未判定的不计入。',
  },
  numerator: { en: 'negative mentions', zh: '负面提及数' },
  denominator: { en: 'mentions judged', zh: '已判定情感的提及数' },
  fact: mentions,
  clock: 'mentioned',
  needs: ['mentions.sentiment'],
  kind: 'ratio',
  part: { where: sql`j.negative` },
  whole: { where: sql`j.sentiment is not null` },
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
