import { defineMetric, percent } from '../grammar.ts';
import { orders } from '../facts.ts';
import { sql } from '../sql.ts';

export const promiseKeptRate = defineMetric({
  id: 'PROMISE_KEPT_RATE',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Promise kept', zh: '应达达成率' },
  description: {
    en: 'Of the orders due in the period (promised day in it and not after the last day loaded), neither canceled nor unavailable, the share delivered by the promised day. An overdue, undelivered order is a failure.',
    zh: '应在统计期内送达（承诺日在期内且不晚于已载入的最后一日）、且未取消未缺货的订单中，按承诺日送达的占比。逾期未送达算失约。',
  },
  numerator: { en: 'due orders delivered by the promised day', zh: '按承诺日送达的应达订单数' },
  denominator: { en: 'orders due in the period', zh: '期内应达订单数' },
  fact: orders,
  clock: 'due',
  needs: ['orders.promised_on', 'shipments.delivered_at'],
  kind: 'ratio',
  part: { where: sql`j.delivered_on <= j.promised_on` },
  whole: 'every row',
  unit: percent(1),
  better: 'higher',
  target: { atLeast: 0.95 },
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    { en: 'Dated by the promised day, not by the order day.', zh: '按承诺日而非下单日归期。' },
    { en: 'Orders sold without a promise are never due.', zh: '没有承诺日的订单不算应达。' },
  ],
});
