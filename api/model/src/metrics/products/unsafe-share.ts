import { inspections } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const unsafeShare = defineMetric({
  id: 'UNSAFE_SHARE',
  area: 'PRODUCTS',
  version: 1,
  since: '2026-01-01',
  owner: 'merchandise',
  title: { en: 'Unsafe goods found', zh: '抽检不安全商品占比' },
  description: {
    en: 'Of the inspections of the period with a known outcome, the share that found the goods unsafe.',
    zh: '统计期内结果已知的抽检中，判定为不安全的占比。',
  },
  numerator: { en: 'inspections that found unsafe goods', zh: '判定不安全的抽检数' },
  denominator: { en: 'inspections with an outcome', zh: '有结果的抽检数' },
  fact: inspections,
  clock: 'inspected',
  kind: 'ratio',
  part: { where: sql`j.unsafe` },
  whole: { where: sql`j.outcome is not null` },
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
