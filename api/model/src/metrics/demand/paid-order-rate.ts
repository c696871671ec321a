import { orders } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const paidOrderRate = defineMetric({
  id: 'PAID_ORDER_RATE',
  area: 'DEMAND',
  version: 1,
  since: '2026-01-01',
  owner: 'commerce',
  title: { en: 'Paid share of orders', zh: '下单支付率' },
  description: {
    en: 'Of the orders placed in the period, the share paid, in whole or in part. Not the success of single attempts: see PAYMENT_SUCCESS_RATE. Cash on delivery counts once collected.',
    zh: '统计期内下单的订单中，已支付（含部分支付）的占比。不同于单次支付尝试的成功率，见支付成功率。货到付款收款后计入。',
  },
  numerator: { en: 'orders paid', zh: '已支付订单数' },
  denominator: { en: 'orders placed', zh: '下单数' },
  fact: orders,
  clock: 'order',
  needs: ['payments'],
  kind: 'ratio',
  part: { where: sql`j.payments_count > 0` },
  whole: 'every row',
  rolledUp: 'apart',
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 3,
  notes: [common],
});
