import { compensations } from '../facts.ts';
import { defineMetric, money } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const compensationP50 = defineMetric({
  id: 'COMPENSATION_P50',
  area: 'RETURNS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Compensation, median', zh: '补偿金额（中位数）' },
  description: {
    en: 'Half of the compensations granted in the period were worth no more than this. The distance between median and 90th percentile shows how evenly like failures are treated.',
    zh: '统计期内发放的补偿中，有一半不超过这个金额。中位数与 P90 的差距反映同类失误的补偿是否一致。',
  },
  numerator: { en: 'worth of a compensation', zh: '单次补偿金额' },
  denominator: { en: 'compensations', zh: '补偿次数' },
  fact: compensations,
  clock: 'granted',
  kind: 'percentile',
  at: 0.5,
  value: sql`j.amount_minor`,
  whole: sql`j.amount_minor is not null`,
  unit: money,
  better: 'neither',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
