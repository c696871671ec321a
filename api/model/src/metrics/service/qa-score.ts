import { assessments } from '../facts.ts';
import { defineMetric, score } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const qaScore = defineMetric({
  id: 'QA_SCORE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Quality score of work samples', zh: '客服质检得分' },
  description: {
    en: 'Mean score, 0 to 100, of the work samples checked in the period.',
    zh: '统计期内质检抽样的平均得分，满分 100 分。',
  },
  numerator: { en: 'sum of the scores', zh: '得分之和' },
  denominator: { en: 'work samples scored', zh: '已评分的质检样本数' },
  fact: assessments,
  clock: 'happened',
  needs: ['assessments.qa'],
  kind: 'mean',
  amount: { value: sql`(j.score * 100)::bigint` },
  whole: { where: sql`j.kind = 'qa' and j.score is not null` },
  unit: { ...score, decimals: 1, per: 100 },
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
