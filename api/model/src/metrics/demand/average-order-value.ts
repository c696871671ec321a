import { defineMetric, money } from '../grammar.ts';
import { orders } from '../facts.ts';
import { sql } from '../sql.ts';

export const averageOrderValue = defineMetric({
  id: 'AVERAGE_ORDER_VALUE',
  area: 'DEMAND',
  version: 1,
  since: '2026-01-01',
  owner: 'commerce',
  title: { en: 'Average order value', zh: '笔单价' },
  description: {
    en: 'Payment value of the orders placed in the period, for each order with a payment. Not spend per buyer (客单价).',
    zh: '统计期内下单订单的支付金额除以有支付的订单数（笔单价）。不同于客单价（按买家计）。',
  },
  numerator: { en: 'payment value', zh: '支付金额' },
  denominator: { en: 'orders with a payment', zh: '有支付的订单数' },
  fact: orders,
  clock: 'order',
  needs: ['payments'],
  kind: 'mean',
  amount: { value: sql`j.paid_minor`, within: ['PAYMENT_METHOD'] },
  whole: { where: sql`j.payments_count > 0` },
  unit: money,
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    {
      en: 'By payment method only the payments of that method count, over the orders that used it.',
      zh: '按支付方式拆分时，只计该方式的支付金额，除以使用过该方式的订单数。',
    },
    { en: 'Amounts of several currencies are never added.', zh: '不同币种的金额从不相加。' },
  ],
});
