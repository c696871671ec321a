import { orders } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { quoted } from '../provenance.ts';
import { dayOf, ofOrders } from '../maturity/declare.ts';
import { sql } from '../sql.ts';

export const logisticsReturnRate = defineMetric({
  id: 'LOGISTICS_RETURN_RATE',
  area: 'RETURNS',
  version: 1,
  since: '2026-01-01',
  owner: 'logistics',
  title: { en: 'Logistics-quality return rate', zh: '发货物流品退率' },
  description: {
    en: 'Of the paid orders placed in the period, the share whose first request after the sale is for damage or a late arrival.',
    zh: '统计期内下单且已支付的订单中，首次售后因物流品质原因（破损、到货太晚）的占比。',
  },
  numerator: { en: 'orders whose first request is for logistics', zh: '首次售后为物流原因的订单数' },
  denominator: { en: 'paid orders', zh: '支付订单数' },
  fact: orders,
  clock: 'order',
  needs: ['returns', 'payments'],
  kind: 'ratio',
  part: { where: sql`j.first_return_reason in ('damaged', 'late')` },
  whole: { where: sql`j.payments_count > 0` },
  rolledUp: 'apart',
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 45,
  knownOn: {
    part: ofOrders(
      orders,
      { where: sql`j.payments_count > 0 and j.first_return_reason in ('damaged', 'late')` },
      dayOf('first_return_at'),
    ),
  },
  notes: [quoted('Douyin', '抖音规则')],
});
