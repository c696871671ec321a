import { orders } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { quoted } from '../provenance.ts';
import { sql } from '../sql.ts';

export const qualityReturnRate = defineMetric({
  id: 'QUALITY_RETURN_RATE',
  area: 'RETURNS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Quality-return rate', zh: '商品品质退货率' },
  description: {
    en: 'Of the orders delivered in the period, the share with a request after the sale (return, refund, exchange or repair) for quality reasons: quality, not as described, wrong item or counterfeit. Withdrawn requests do not count.',
    zh: '统计期内签收的订单中，因商品品质原因（质量问题、描述不符、发错货、假冒）提出售后申请（退货、退款、换货、维修）的订单占比，按签收日计。已撤销的申请不计。',
  },
  numerator: { en: 'orders with a request for quality reasons', zh: '因品质原因申请售后的订单数' },
  denominator: { en: 'orders delivered', zh: '签收订单数' },
  fact: orders,
  clock: 'delivered',
  needs: ['returns', 'shipments.delivered_at'],
  kind: 'ratio',
  part: { where: sql`j.quality_returns > 0` },
  whole: 'every row',
  rolledUp: 'apart',
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 30,
  notes: [quoted('Douyin', '抖音规则')],
});
