import { failures } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const compensationCoverage = defineMetric({
  id: 'COMPENSATION_COVERAGE',
  area: 'RETURNS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Failures compensated', zh: '补偿覆盖率' },
  description: {
    en: 'Of the failures of the orders placed in the period (late, damaged, lost, wrong item, not as described, poor quality), the share for which a compensation was granted by name. An order with two failures counts for each.',
    zh: '统计期内下单订单的履约失误（延误、破损、丢失、发错货、描述不符、质量问题）中，已就该项失误给予补偿的占比。一单两项失误各计一次。',
  },
  numerator: { en: 'failures compensated', zh: '已补偿的失误数' },
  denominator: { en: 'failures', zh: '失误数' },
  fact: failures,
  clock: 'order',
  needs: ['compensations'],
  kind: 'ratio',
  part: { where: sql`j.compensated` },
  whole: 'every row',
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 45,
  notes: [
    common,
    { en: 'Compensation for another failure of the same order does not count.', zh: '对同一订单其他失误的补偿不算。' },
  ],
});
