import { visits } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const zeroResultRate = defineMetric({
  id: 'ZERO_RESULT_RATE',
  area: 'SHOPPING',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Searches without a result', zh: '搜索无结果率' },
  description: {
    en: 'Of the searches made in the visits of the period, the share that found nothing.',
    zh: '统计期内访问中的搜索里，没有任何结果的占比。',
  },
  numerator: { en: 'searches that found nothing', zh: '无结果搜索次数' },
  denominator: { en: 'searches', zh: '搜索次数' },
  fact: visits,
  clock: 'visited',
  needs: ['touchpoints.search', 'touchpoints.results'],
  kind: 'ratio',
  part: { each: sql`j.zero_result_searches` },
  whole: { each: sql`j.searches` },
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
