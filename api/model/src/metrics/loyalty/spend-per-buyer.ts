import { orders } from '../facts.ts';
import { defineMetric, money } from '../grammar.ts';
import { sql } from '../sql.ts';

export const spendPerBuyer = defineMetric({
  id: 'SPEND_PER_BUYER',
  area: 'LOYALTY',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Spend per buyer', zh: '客单价' },
  description: {
    en: 'What was paid for the orders of the period, divided by the known customers who paid for one. Not the average order value: a customer with two orders is one buyer.',
    zh: '统计期内订单的支付金额除以有支付的已知顾客数。不同于笔单价：下两单的顾客只计为一位买家。',
  },
  numerator: { en: 'amount paid', zh: '支付金额' },
  denominator: { en: 'customers who paid', zh: '支付顾客数' },
  fact: orders,
  clock: 'order',
  needs: ['payments', 'orders.customers'],
  kind: 'per_customer',
  amount: sql`j.paid_minor`,
  whole: sql`j.payments_count > 0`,
  unit: money,
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
});
