import { visits } from '../facts.ts';
import { count, defineMetric } from '../grammar.ts';

export const visitsMade = defineMetric({
  id: 'VISITS',
  area: 'SHOPPING',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Visits', zh: '访问次数' },
  description: { en: 'Visits that began in the period.', zh: '统计期内开始的访问次数。' },
  numerator: { en: 'visits', zh: '访问次数' },
  fact: visits,
  clock: 'visited',
  kind: 'count',
  count: 'every row',
  unit: count,
  better: 'neither',
  minSample: 1,
  maturesAfterDays: 0,
});
