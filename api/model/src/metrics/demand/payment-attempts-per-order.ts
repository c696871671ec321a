import { orders } from '../facts.ts';
import { countPerRow, defineMetric } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const paymentAttemptsPerOrder = defineMetric({
  id: 'PAYMENT_ATTEMPTS_PER_ORDER',
  area: 'DEMAND',
  version: 1,
  since: '2026-01-01',
  owner: 'commerce',
  title: { en: 'Payment attempts per order', zh: '单均支付尝试次数' },
  description: {
    en: 'Mean number of times payment was tried, successful or not, for the orders placed in the period that were tried at all. Deposit and balance are two.',
    zh: '统计期内下单且尝试过支付的订单，平均尝试次数（不论成败；定金与尾款各计一次）。',
  },
  numerator: { en: 'attempts', zh: '支付尝试数' },
  denominator: { en: 'orders with an attempt', zh: '有支付尝试的订单数' },
  fact: orders,
  clock: 'order',
  needs: ['payments.failed'],
  kind: 'mean',
  amount: { value: sql`j.payment_attempts` },
  whole: { where: sql`j.payment_attempts > 0` },
  rolledUp: 'apart',
  unit: countPerRow,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 3,
  notes: [common],
});
