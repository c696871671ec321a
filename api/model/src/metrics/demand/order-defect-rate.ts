import { orderDefects } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { official } from '../provenance.ts';
import { sql } from '../sql.ts';

export const orderDefectRate = defineMetric({
  id: 'ORDER_DEFECT_RATE',
  area: 'DEMAND',
  version: 1,
  since: '2026-01-01',
  owner: 'commerce',
  title: { en: 'Order defect rate (ODR)', zh: '订单缺陷率（ODR）' },
  description: {
    en: 'Of the orders placed in the period, the share with a review of 1 or 2 stars, a claim taken to the platform, or a chargeback. An order counts once, by the day it was placed.',
    zh: '统计期内下单的订单中，收到 1–2 星评价、顾客求助平台或发生拒付的占比。每单最多计一次，按下单日归期。',
  },
  numerator: { en: 'orders with a defect', zh: '有缺陷的订单数' },
  denominator: { en: 'orders placed', zh: '下单数' },
  fact: orderDefects,
  clock: 'order',
  needs: ['reviews', 'service_cases', 'payments.charged_back_at'],
  kind: 'ratio',
  part: { where: sql`j.negative_review or j.at_platform or j.charged_back` },
  whole: 'every row',
  unit: percent(2),
  better: 'lower',
  target: { atMost: 0.01 },
  minSample: 30,
  maturesAfterDays: 90,
  notes: [
    official('Amazon', '亚马逊'),
    { en: 'Amazon’s target is less than 1 %, over 60 days.', zh: '亚马逊的目标为 60 天内低于 1%。' },
  ],
});
