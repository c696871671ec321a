import { compensations } from '../facts.ts';
import { defineMetric, money } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const averageCompensation = defineMetric({
  id: 'AVERAGE_COMPENSATION',
  area: 'RETURNS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Average compensation', zh: '平均补偿金额' },
  description: {
    en: 'Mean worth of a compensation granted in the period. Cut it by failure: a wide interval says that the standard is not clear.',
    zh: '统计期内每次补偿的平均金额。可按履约失误拆分：区间过宽说明标准不清。',
  },
  numerator: { en: 'worth of compensations', zh: '补偿金额之和' },
  denominator: { en: 'compensations', zh: '补偿次数' },
  fact: compensations,
  clock: 'granted',
  kind: 'mean',
  amount: { value: sql`j.amount_minor` },
  whole: 'every row',
  unit: money,
  better: 'neither',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
