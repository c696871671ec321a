import { payments } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const paymentSuccessRate = defineMetric({
  id: 'PAYMENT_SUCCESS_RATE',
  area: 'DEMAND',
  version: 1,
  since: '2026-01-01',
  owner: 'commerce',
  title: { en: 'Payment success rate', zh: '支付成功率' },
  description: {
    en: 'Of the attempts to pay made in the period, the share that succeeded. Cash on delivery is left out. Not the paid share of orders: see PAID_ORDER_RATE.',
    zh: '统计期内的支付尝试中成功的占比。货到付款不计入。不同于下单支付率。',
  },
  numerator: { en: 'successful attempts', zh: '成功的支付尝试数' },
  denominator: { en: 'attempts', zh: '支付尝试数' },
  fact: payments,
  clock: 'attempted',
  needs: ['payments.failed'],
  kind: 'ratio',
  part: { where: sql`j.succeeded` },
  whole: { where: sql`j.kind <> 'cash_on_delivery'` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
