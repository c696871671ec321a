import { defineMetric, wholeDays } from '../grammar.ts';
import { orders } from '../facts.ts';
import { sql } from '../sql.ts';

export const promisedDaysP50 = defineMetric({
  id: 'PROMISED_DAYS_P50',
  area: 'PROMISE',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Promised days, median', zh: '承诺时长（中位数）' },
  description: {
    en: 'Half of the orders placed in the period were promised within this many days, counted from the order day to the promised day.',
    zh: '统计期内下单的订单中，有一半承诺在这个天数内送达（从下单日到承诺日）。',
  },
  numerator: { en: 'days from the order day to the promised day', zh: '下单日到承诺日的天数' },
  denominator: { en: 'orders with a promise', zh: '有承诺日的订单数' },
  fact: orders,
  clock: 'order',
  needs: ['orders.promised_on'],
  kind: 'percentile',
  at: 0.5,
  value: sql`j.promise_days`,
  whole: sql`j.promise_days is not null`,
  unit: wholeDays,
  better: 'neither',
  minSample: 30,
  maturesAfterDays: 0,
});
