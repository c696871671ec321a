import { parcels } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { official } from '../provenance.ts';
import { sql } from '../sql.ts';

export const promiseCoverage = defineMetric({
  id: 'PROMISE_COVERAGE',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Parcels with a promise', zh: '承诺覆盖率' },
  description: {
    en: 'Of the parcels of the orders placed in the period, the share with a promised moment or day. Figures on promises speak of these only.',
    zh: '统计期内下单订单的包裹中，有承诺时间或日期的占比。与承诺有关的指标只覆盖这一部分。',
  },
  numerator: { en: 'parcels with a promise', zh: '有承诺的包裹数' },
  denominator: { en: 'parcels', zh: '包裹数' },
  fact: parcels,
  clock: 'order',
  needs: ['shipments.promises'],
  kind: 'ratio',
  part: { where: sql`j.due_on is not null` },
  whole: 'every row',
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [official('AfterShip', 'AfterShip ')],
});
