import { parcels } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { official } from '../provenance.ts';
import { sql } from '../sql.ts';

export const validTrackingRate = defineMetric({
  id: 'VALID_TRACKING_RATE',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Valid-tracking rate', zh: '有效追踪率' },
  description: {
    en: 'Of the parcels handed over in the period, the share that can be followed: a waybill, and at least one scan by the carrier under it.',
    zh: '统计期内交接发出的包裹中，可有效追踪（有运单号且承运商至少扫描一次）的占比。',
  },
  numerator: { en: 'parcels that can be followed', zh: '可追踪包裹数' },
  denominator: { en: 'parcels handed over', zh: '已发出包裹数' },
  fact: parcels,
  clock: 'pickedUp',
  needs: ['shipments.waybill', 'tracking_events'],
  kind: 'ratio',
  part: { where: sql`j.tracked` },
  whole: 'every row',
  unit: percent(1),
  better: 'higher',
  target: { atLeast: 0.95 },
  minSample: 30,
  maturesAfterDays: 3,
  notes: [
    official('Amazon', '亚马逊'),
    { en: 'The target is Amazon’s for shipments the seller fulfils.', zh: '目标值为亚马逊对卖家自发货的要求。' },
  ],
});
