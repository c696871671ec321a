import { cases } from '../facts.ts';
import { count, defineMetric } from '../grammar.ts';

export const serviceCases = defineMetric({
  id: 'SERVICE_CASES',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Service cases', zh: '客服工单数' },
  description: {
    en: 'Cases opened in the period, of every kind and channel.',
    zh: '统计期内发起的工单数，含全部类型与渠道。',
  },
  numerator: { en: 'cases', zh: '工单数' },
  fact: cases,
  clock: 'opened',
  kind: 'count',
  count: 'every row',
  unit: count,
  better: 'neither',
  minSample: 1,
  maturesAfterDays: 0,
});
