import { visits } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const recommendationOrderRate = defineMetric({
  id: 'RECOMMENDATION_ORDER_RATE',
  area: 'SHOPPING',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Orders after a recommendation', zh: '推荐成交率' },
  description: {
    en: 'Of the visits of the period in which a recommendation was opened, the share that paid. It need not have been for what was recommended.',
    zh: '统计期内点击过推荐的访问中，完成支付的占比（所购未必是被推荐的商品）。',
  },
  numerator: { en: 'of them, visits that paid', zh: '其中完成支付的访问次数' },
  denominator: { en: 'visits that opened a recommendation', zh: '点击过推荐的访问次数' },
  fact: visits,
  clock: 'visited',
  needs: ['touchpoints.recommendation_clicked', 'touchpoints.paid'],
  kind: 'ratio',
  part: { where: sql`j.paid` },
  whole: { where: sql`j.recommendations_clicked > 0` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
