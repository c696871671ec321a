import { surveys } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const cesEasyRate = defineMetric({
  id: 'CES_EASY_RATE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Easy-to-solve share', zh: '轻松解决占比' },
  description: {
    en: 'Of the effort surveys answered in the period, the share that answered 5 to 7 of 7.',
    zh: '统计期内回答的轻松度问卷中，评 5–7 分（满分 7 分）的占比。',
  },
  numerator: { en: 'answers of 5 to 7', zh: '评 5–7 分的回答数' },
  denominator: { en: 'answers', zh: '回答数' },
  fact: surveys,
  clock: 'answered',
  needs: ['surveys.ces'],
  kind: 'ratio',
  part: { where: sql`j.score >= 5` },
  whole: { where: sql`j.kind = 'ces' and j.score is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
