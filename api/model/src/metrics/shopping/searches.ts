import { visits } from '../facts.ts';
import { count, defineMetric } from '../grammar.ts';
import { sql } from '../sql.ts';

export const searches = defineMetric({
  id: 'SEARCHES',
  area: 'SHOPPING',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Searches', zh: '搜索次数' },
  description: { en: 'Searches made in the visits that began in the period.', zh: '统计期内开始的访问中的搜索次数。' },
  numerator: { en: 'searches', zh: '搜索次数' },
  fact: visits,
  clock: 'visited',
  needs: ['touchpoints.search'],
  kind: 'count',
  count: { each: sql`j.searches` },
  unit: count,
  better: 'neither',
  minSample: 1,
  maturesAfterDays: 0,
});
