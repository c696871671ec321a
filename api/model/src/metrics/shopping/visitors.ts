import { visits } from '../facts.ts';
import { count, defineMetric } from '../grammar.ts';

export const visitors = defineMetric({
  id: 'VISITORS',
  area: 'SHOPPING',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Visitors', zh: '访客数' },
  description: {
    en: 'Distinct visitors of the period: known customers, and unknown ones by the mark of their device.',
    zh: '统计期内的访客数（去重）：已知顾客按顾客计，未知访客按设备标识计。',
  },
  numerator: { en: 'visitors', zh: '访客数' },
  fact: visits,
  clock: 'visited',
  kind: 'customers',
  where: 'every row',
  unit: count,
  better: 'higher',
  minSample: 1,
  maturesAfterDays: 0,
});
