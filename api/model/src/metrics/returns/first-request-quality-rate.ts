import { orders, returns } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { official } from '../provenance.ts';
import { ofOrders } from '../maturity/declare.ts';
import { sql } from '../sql.ts';

export const firstRequestQualityRate = defineMetric({
  id: 'FIRST_REQUEST_QUALITY_RATE',
  area: 'RETURNS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Quality-refund rate, first requests', zh: '品退率（首次申请）' },
  description: {
    en: 'Out of the orders placed in the period, those whose first request names quality, not as described, wrong item or counterfeit. Counted on application, whatever became of it, withdrawn or not.',
    zh: '统计期内下单的订单中，首次售后申请原因为质量问题、描述不符、发错货或假冒的占比。以申请为准，不论是否通过或撤销。',
  },
  numerator: { en: 'orders whose first request is for quality reasons', zh: '首次申请为品质原因的订单数' },
  denominator: { en: 'orders placed', zh: '下单数' },
  fact: returns,
  clock: 'order',
  kind: 'across',
  part: { where: sql`j.first_of_order and j.quality` },
  per: { fact: orders, clock: 'order', count: 'every row' },
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 45,
  knownOn: { part: ofOrders(returns, { where: sql`j.first_of_order and j.quality` }, sql`j.requested_on`) },
  notes: [
    official('WeChat', '微信'),
    {
      en: 'WeChat also names 三无 (goods without maker or licence); here they come as quality or counterfeit.',
      zh: '微信还列有“三无”，此处归入质量问题或假冒。',
    },
  ],
});
