import { parcels } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const inspectedRate = defineMetric({
  id: 'INSPECTED_RATE',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Checked at the door', zh: '开箱验货率' },
  description: {
    en: 'Of the parcels delivered in the period of which it is known, the share opened and checked together with the customer at the door.',
    zh: '统计期内签收且有验货记录的包裹中，上门与顾客当面开箱验货的占比。',
  },
  numerator: { en: 'parcels checked with the customer', zh: '当面验货的包裹数' },
  denominator: { en: 'delivered parcels of which it is known', zh: '有记录的签收包裹数' },
  fact: parcels,
  clock: 'delivered',
  needs: ['shipments.inspected'],
  kind: 'ratio',
  part: { where: sql`j.inspected` },
  whole: { where: sql`j.inspected is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
