import { inspections } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const counterfeitRate = defineMetric({
  id: 'COUNTERFEIT_RATE',
  area: 'PRODUCTS',
  version: 1,
  since: '2026-01-01',
  owner: 'merchandise',
  title: { en: 'Counterfeits found', zh: '抽检假货率' },
  description: {
    en: 'Of the inspections of the period with a known outcome, the share that found a counterfeit.',
    zh: '统计期内结果已知的抽检中，判定为假冒的占比。',
  },
  numerator: { en: 'inspections that found a counterfeit', zh: '判定假冒的抽检数' },
  denominator: { en: 'inspections with an outcome', zh: '有结果的抽检数' },
  fact: inspections,
  clock: 'inspected',
  kind: 'ratio',
  part: { where: sql`j.counterfeit` },
  whole: { where: sql`j.outcome is not null` },
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
