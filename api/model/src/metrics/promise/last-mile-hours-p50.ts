import { parcels } from '../facts.ts';
import { defineMetric, hoursOfSeconds } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const lastMileHoursP50 = defineMetric({
  id: 'LAST_MILE_HOURS_P50',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Last mile, median hours', zh: '末端派送时长（中位数）' },
  description: {
    en: 'Half of the parcels delivered in the period came within this many hours of first going out for delivery. Parcels without that scan are left out.',
    zh: '统计期内签收的包裹中，有一半在首次派件扫描后这个小时数内签收。没有派件扫描的包裹不计入。',
  },
  numerator: { en: 'hours from going out for delivery to delivery', zh: '派件到签收的小时数' },
  denominator: { en: 'parcels delivered with a scan of going out', zh: '有派件扫描的签收包裹数' },
  fact: parcels,
  clock: 'delivered',
  needs: ['tracking_events.out_for_delivery', 'shipments.delivered_at'],
  kind: 'percentile',
  at: 0.5,
  value: sql`j.last_mile_seconds`,
  whole: sql`j.last_mile_seconds is not null`,
  unit: hoursOfSeconds,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
