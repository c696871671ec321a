import { orders } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { quoted } from '../provenance.ts';
import { sql } from '../sql.ts';

export const negativeFeedbackRate = defineMetric({
  id: 'NEGATIVE_FEEDBACK_RATE',
  area: 'COMPLAINTS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Orders with negative feedback', zh: '商品负反馈率' },
  description: {
    en: 'Of the orders placed in the period, the share that has brought a review of at most 2 stars, a request after the sale (return, refund, exchange or repair) for quality reasons, or a complaint; an order with several counts once.',
    zh: '统计期内下单的订单中，产生过差评（2 星及以下）、品质原因的售后申请或投诉的占比；一单多项只计一次。',
  },
  numerator: { en: 'orders with negative feedback', zh: '有负反馈的订单数' },
  denominator: { en: 'orders placed', zh: '下单数' },
  fact: orders,
  clock: 'order',
  needs: ['reviews', 'returns', 'service_cases'],
  kind: 'ratio',
  part: { where: sql`j.negative_feedback` },
  whole: 'every row',
  rolledUp: 'apart',
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 45,
  notes: [
    quoted('the platform', '平台规则'),
    {
      en: 'The label is the platform’s; what it is made of is the common choice.',
      zh: '名称出自平台，构成项为业内通用取法。',
    },
  ],
});
