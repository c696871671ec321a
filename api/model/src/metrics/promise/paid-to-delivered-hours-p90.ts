import { parcels } from '../facts.ts';
import { defineMetric, hoursOfSeconds } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const paidToDeliveredHoursP90 = defineMetric({
  id: 'PAID_TO_DELIVERED_HOURS_P90',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Payment to delivery, 90th percentile hours', zh: '支付到签收时长（九成分位）' },
  description: {
    en: 'Nine in ten of the parcels delivered in the period came within this many hours of payment (without a time of payment, of approval, else of the order). Parcels not delivered have no time: see PARCEL_ON_TIME_RATE.',
    zh: '统计期内签收的包裹中，九成在支付后这个小时数内签收（无支付时间的自审核起算，再无则自下单起算）。未签收的包裹没有时长，见包裹应达准时率。',
  },
  numerator: { en: 'hours from payment to delivery', zh: '支付到签收的小时数' },
  denominator: { en: 'parcels delivered', zh: '已签收包裹数' },
  fact: parcels,
  clock: 'delivered',
  needs: ['shipments.delivered_at'],
  kind: 'percentile',
  at: 0.9,
  value: sql`j.paid_to_delivered_seconds`,
  whole: sql`j.paid_to_delivered_seconds is not null`,
  unit: hoursOfSeconds,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
