import { orders } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const outOfStockCancelRate = defineMetric({
  id: 'OUT_OF_STOCK_CANCEL_RATE',
  area: 'DEMAND',
  version: 1,
  since: '2026-01-01',
  owner: 'commerce',
  title: { en: 'Out-of-stock cancellations', zh: '缺货退款率' },
  description: {
    en: 'Of the orders placed in the period, the share that could not be filled for want of stock: canceled for that cause, or of status unavailable.',
    zh: '统计期内下单的订单中，因缺货未能成交的占比：取消原因为缺货，或状态为无货。',
  },
  numerator: { en: 'orders lost to want of stock', zh: '因缺货取消的订单数' },
  denominator: { en: 'orders placed', zh: '下单数' },
  fact: orders,
  clock: 'order',
  needs: ['orders.canceled_by_seller'],
  kind: 'ratio',
  part: { where: sql`j.cancel_cause = 'out_of_stock' or j.status = 'unavailable'` },
  whole: 'every row',
  rolledUp: 'apart',
  unit: percent(2),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 15,
  notes: [common],
});
