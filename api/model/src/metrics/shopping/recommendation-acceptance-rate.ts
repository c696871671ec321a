import { visits } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const recommendationAcceptanceRate = defineMetric({
  id: 'RECOMMENDATION_ACCEPTANCE_RATE',
  area: 'SHOPPING',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Recommendations taken up', zh: '推荐点击率' },
  description: {
    en: 'Of the visits of the period in which recommendations were shown, the share in which one was opened.',
    zh: '统计期内有推荐曝光的访问中，点击过推荐的占比。',
  },
  numerator: { en: 'of them, visits that opened one', zh: '其中点击过推荐的访问次数' },
  denominator: { en: 'visits with recommendations shown', zh: '有推荐曝光的访问次数' },
  fact: visits,
  clock: 'visited',
  needs: ['touchpoints.recommended', 'touchpoints.recommendation_clicked'],
  kind: 'ratio',
  part: { where: sql`j.recommendations_clicked > 0` },
  whole: { where: sql`j.recommendations_shown > 0` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
