import { visits } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const visitConversionRate = defineMetric({
  id: 'VISIT_CONVERSION_RATE',
  area: 'SHOPPING',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Visit-to-pay conversion', zh: '支付转化率' },
  description: {
    en: 'Of the visitors of the period, the share who paid in a visit.',
    zh: '统计期内的访客中，在访问中完成支付的占比。',
  },
  numerator: { en: 'visitors who paid', zh: '支付买家数' },
  denominator: { en: 'visitors', zh: '访客数' },
  fact: visits,
  clock: 'visited',
  needs: ['touchpoints.paid'],
  kind: 'customer_share',
  part: sql`j.paid`,
  whole: 'every row',
  unit: percent(2),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
