import { orders, returns } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { quoted } from '../provenance.ts';
import { sql } from '../sql.ts';

export const disputeRefundRate = defineMetric({
  id: 'DISPUTE_REFUND_RATE',
  area: 'RETURNS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Dispute refunds', zh: '纠纷退款率' },
  description: {
    en: 'Refunds the platform decided against the shop, by the day it stepped in, out of the orders placed in the period. Cases not decided yet do not count.',
    zh: '统计期内平台介入并判商家责任的退款数除以同期下单数；退款按介入日、订单按下单日。尚未判定的不计。',
  },
  numerator: { en: 'refunds decided for the customer, by the day of stepping in', zh: '判归顾客的退款数（按介入日）' },
  denominator: { en: 'orders, by the day they were placed', zh: '订单数（按下单日）' },
  fact: returns,
  clock: 'steppedIn',
  needs: ['returns.stepped_in_at', 'returns.decided_for'],
  kind: 'across',
  part: { where: sql`j.kind in ('return', 'refund_only') and j.decided_for = 'customer'` },
  per: { fact: orders, clock: 'order', count: 'every row' },
  unit: percent(2),
  better: 'lower',
  minSample: 100,
  maturesAfterDays: 30,
  notes: [
    quoted('Pinduoduo', '拼多多规则'),
    { en: 'The label is the platform’s; the formula is the common one.', zh: '名称出自平台，计算方法为业内通用。' },
  ],
});
