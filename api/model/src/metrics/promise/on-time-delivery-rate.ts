import { defineMetric, percent } from '../grammar.ts';
import { orders } from '../facts.ts';
import { promiseDecided } from '../maturity/outcomes.ts';
import { sql } from '../sql.ts';

export const onTimeDeliveryRate = defineMetric({
  id: 'ON_TIME_DELIVERY_RATE',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'On-time delivery rate', zh: '准时送达率' },
  description: {
    en: 'Of the orders placed in the period and delivered, the share that arrived on or before the promised day. Orders that never came are not in it: see PROMISE_KEPT_RATE.',
    zh: '统计期内下单且已送达的订单中，在承诺日当天或之前送达的占比。从未送达的订单不在其中：见应达达成率。',
  },
  numerator: { en: 'delivered on or before the promised day', zh: '承诺日当天或之前送达的订单数' },
  denominator: { en: 'delivered orders with both days known', zh: '送达日与承诺日均已知的已送达订单数' },
  fact: orders,
  clock: 'order',
  needs: ['orders.promised_on', 'shipments.delivered_at'],
  kind: 'ratio',
  part: { where: sql`j.delivered_on <= j.promised_on` },
  whole: { where: sql`j.status = 'delivered' and j.delivered_on is not null and j.promised_on is not null` },
  unit: percent(1),
  better: 'higher',
  target: { atLeast: 0.95 },
  minSample: 30,
  maturesAfterDays: 30,
  knownOn: promiseDecided,
  notes: [
    {
      en: 'Orders sold without a promise are left out, not counted as late.',
      zh: '没有承诺日的订单不计入，也不算晚到。',
    },
  ],
});
