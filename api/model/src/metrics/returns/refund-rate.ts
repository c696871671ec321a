import { orders } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { refundedOrders } from '../maturity/outcomes.ts';
import { sql } from '../sql.ts';
import { refundsApplied } from '../versions/earlier/refund-rate.ts';

export const refundRate = defineMetric({
  id: 'REFUND_RATE',
  area: 'RETURNS',
  version: 2,
  since: '2026-07-01',
  owner: 'service',
  title: { en: 'Refund rate', zh: '退款率' },
  description: {
    en: 'Of the paid orders placed in the period, the share whose customer has got money back. A refund counts when the money has arrived, not when it was approved.',
    zh: '统计期内下单且已支付的订单中，退款已到账的占比。以到账为准，而非审核通过。',
  },
  numerator: { en: 'paid orders with money back', zh: '退款成功的订单数' },
  denominator: { en: 'paid orders', zh: '支付订单数' },
  fact: orders,
  clock: 'order',
  earlier: [refundsApplied],
  needs: ['returns.refunded_at', 'payments'],
  kind: 'ratio',
  part: { where: sql`j.refunded_at is not null` },
  whole: { where: sql`j.payments_count > 0` },
  rolledUp: 'apart',
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 45,
  knownOn: { part: refundedOrders },
  notes: [
    {
      en: 'The label is the platform’s (third-party copy); the formula is the common one.',
      zh: '名称出自平台（第三方转引），计算方法为业内通用。',
    },
  ],
});
