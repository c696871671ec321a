import { daysOfSeconds, defineMetric } from '../grammar.ts';
import { orders } from '../facts.ts';
import { sql } from '../sql.ts';

export const deliveryDaysP50 = defineMetric({
  id: 'DELIVERY_DAYS_P50',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Delivery days, median', zh: '送达时长（中位数）' },
  description: {
    en: 'Half of the delivered orders placed in the period arrived within this many days of 24 hours, purchase to delivery. Exact, interpolated between the two nearest orders.',
    zh: '统计期内下单且已送达的订单中，有一半订单在这个时长内送达（从下单到送达，24 小时为一天）。精确值，在相邻两单之间线性插值。',
  },
  numerator: { en: 'days from purchase to delivery', zh: '下单到送达的天数' },
  denominator: { en: 'delivered orders with a delivery time', zh: '有送达时间的已送达订单数' },
  fact: orders,
  clock: 'order',
  needs: ['shipments.delivered_at'],
  kind: 'percentile',
  at: 0.5,
  value: sql`j.delivery_seconds`,
  whole: sql`j.status = 'delivered' and j.delivery_seconds is not null`,
  unit: daysOfSeconds,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 30,
});
