import { visits } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const searchToOrderRate = defineMetric({
  id: 'SEARCH_TO_ORDER_RATE',
  area: 'SHOPPING',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Searches that led to an order', zh: '搜索成交率' },
  description: {
    en: 'Of the searches made in the visits of the period, the share after which the same visit paid.',
    zh: '统计期内访问中的搜索里，其后同一次访问完成支付的占比。',
  },
  numerator: { en: 'searches before a payment', zh: '其后有支付的搜索次数' },
  denominator: { en: 'searches', zh: '搜索次数' },
  fact: visits,
  clock: 'visited',
  needs: ['touchpoints.search', 'touchpoints.paid'],
  kind: 'ratio',
  part: { each: sql`j.searches_ordered` },
  whole: { each: sql`j.searches` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
