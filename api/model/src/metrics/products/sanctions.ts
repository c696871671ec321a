import { sanctions } from '../facts.ts';
import { count, defineMetric } from '../grammar.ts';

export const sanctionsImposed = defineMetric({
  id: 'SANCTIONS',
  area: 'PRODUCTS',
  version: 1,
  since: '2026-01-01',
  owner: 'merchandise',
  title: { en: 'Sanctions', zh: '商家处罚数' },
  description: {
    en: 'Violations of merchants that were sanctioned in the period.',
    zh: '统计期内作出处罚的商家违规数。',
  },
  numerator: { en: 'violations sanctioned', zh: '已处罚的违规数' },
  fact: sanctions,
  clock: 'sanctioned',
  needs: ['sanctions.sanctioned_on'],
  kind: 'count',
  count: 'every row',
  unit: count,
  better: 'neither',
  minSample: 1,
  maturesAfterDays: 0,
});
