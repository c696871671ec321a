import { inspections } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const inspectionPassRate = defineMetric({
  id: 'INSPECTION_PASS_RATE',
  area: 'PRODUCTS',
  version: 1,
  since: '2026-01-01',
  owner: 'merchandise',
  title: { en: 'Inspections passed', zh: '抽检合格率' },
  description: {
    en: 'Of the inspections of the period with a known outcome, the share passed.',
    zh: '统计期内结果已知的抽检中，合格的占比。',
  },
  numerator: { en: 'inspections passed', zh: '合格抽检数' },
  denominator: { en: 'inspections with an outcome', zh: '有结果的抽检数' },
  fact: inspections,
  clock: 'inspected',
  kind: 'ratio',
  part: { where: sql`j.passed` },
  whole: { where: sql`j.outcome is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
