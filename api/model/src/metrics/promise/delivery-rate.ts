import { parcels } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { official } from '../provenance.ts';
import { sql } from '../sql.ts';

export const deliveryRate = defineMetric({
  id: 'DELIVERY_RATE',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Delivery rate', zh: '妥投率' },
  description: {
    en: 'Of the parcels picked up in the period that can be followed (a waybill and at least one scan), the share delivered so far.',
    zh: '统计期内揽收且可追踪（有运单号且至少一次扫描）的包裹中，迄今已妥投的占比。',
  },
  numerator: { en: 'tracked parcels delivered', zh: '已妥投的可追踪包裹数' },
  denominator: { en: 'tracked parcels', zh: '可追踪包裹数' },
  fact: parcels,
  clock: 'pickedUp',
  needs: ['shipments.delivered_at', 'shipments.waybill', 'tracking_events'],
  kind: 'ratio',
  part: { where: sql`j.delivered_at is not null` },
  whole: { where: sql`j.tracked` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 15,
  notes: [
    official('AfterShip', 'AfterShip '),
    {
      en: 'Parcels still on their way count as not delivered: read it once the period has matured.',
      zh: '在途包裹算未妥投：待数据成熟后再解读。',
    },
  ],
});
