import { parcels } from '../facts.ts';
import { defineMetric, hoursOfSeconds } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const pickupToDeliveredHoursP50 = defineMetric({
  id: 'PICKUP_TO_DELIVERED_HOURS_P50',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Pick-up to delivery, median hours', zh: '揽收到签收时长（中位数）' },
  description: {
    en: 'Half of the parcels delivered in the period came within this many hours of the first carrier scan (else the hand-over): the carrier’s part of the way.',
    zh: '统计期内签收的包裹中，有一半在首次揽收扫描（无扫描按交接）后这个小时数内签收，即承运商负责的时段。',
  },
  numerator: { en: 'hours from the first scan to delivery', zh: '揽收到签收的小时数' },
  denominator: { en: 'parcels delivered with a known pick-up', zh: '揽收时间已知的签收包裹数' },
  fact: parcels,
  clock: 'delivered',
  needs: ['shipments.picked_up', 'shipments.delivered_at'],
  kind: 'percentile',
  at: 0.5,
  value: sql`j.transit_seconds`,
  whole: sql`j.transit_seconds is not null`,
  unit: hoursOfSeconds,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
