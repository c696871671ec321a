import { daysOfSeconds, defineMetric } from '../grammar.ts';
import { orders } from '../facts.ts';
import { deliverySeconds, timedDeliveries } from '../maturity/outcomes.ts';
import { sql } from '../sql.ts';

export const deliveryDaysMean = defineMetric({
  id: 'DELIVERY_DAYS_MEAN',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Delivery days, mean', zh: '送达时长（平均）' },
  description: {
    en: 'Mean time from purchase to delivery, in days of 24 hours, of the orders placed in the period and delivered. No value where none was delivered.',
    zh: '统计期内下单且已送达的订单，从下单到送达的平均时长，以 24 小时为一天。没有送达时无值。',
  },
  numerator: { en: 'days from purchase to delivery, added up', zh: '下单到送达的天数之和' },
  denominator: { en: 'delivered orders with a delivery time', zh: '有送达时间的已送达订单数' },
  fact: orders,
  clock: 'order',
  needs: ['shipments.delivered_at'],
  kind: 'mean',
  amount: { value: sql`j.delivery_seconds` },
  whole: { where: sql`j.status = 'delivered' and j.delivery_seconds is not null` },
  unit: daysOfSeconds,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 30,
  knownOn: { part: deliverySeconds, whole: timedDeliveries },
  notes: [
    { en: 'Young months look fast: slow parcels have not arrived yet.', zh: '较新的月份会显得偏快：慢件尚未送达。' },
  ],
});
