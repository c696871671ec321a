import { orders } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const depositBalanceRate = defineMetric({
  id: 'DEPOSIT_BALANCE_RATE',
  area: 'DEMAND',
  version: 1,
  since: '2026-01-01',
  owner: 'commerce',
  title: { en: 'Deposits followed by the balance', zh: '预售尾款支付率' },
  description: {
    en: 'Of the orders placed in the period whose deposit was paid, the share whose balance has been paid so far.',
    zh: '统计期内下单且已付定金的预售订单中，迄今已付尾款的占比。',
  },
  numerator: { en: 'orders whose balance is paid', zh: '已付尾款的订单数' },
  denominator: { en: 'orders whose deposit is paid', zh: '已付定金的订单数' },
  fact: orders,
  clock: 'order',
  needs: ['payments.deposits'],
  kind: 'ratio',
  part: { where: sql`j.balance_paid_at is not null` },
  whole: { where: sql`j.deposit_paid_at is not null` },
  rolledUp: 'apart',
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 15,
  notes: [common],
});
