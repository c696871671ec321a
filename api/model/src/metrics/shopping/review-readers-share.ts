import { orders } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const reviewReadersShare = defineMetric({
  id: 'REVIEW_READERS_SHARE',
  area: 'SHOPPING',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Buyers who read reviews first', zh: '购前看评价占比' },
  description: {
    en: 'Of the known customers with an order in the period whose visits in the 30 days before it are known, the share who opened reviews in them.',
    zh: '统计期内下单、且下单前 30 天内有访问记录的已知顾客中，其间查看过评价的占比。',
  },
  numerator: { en: 'customers who read reviews before an order', zh: '下单前看过评价的顾客数' },
  denominator: { en: 'customers whose visits before an order are known', zh: '下单前访问已知的顾客数' },
  fact: orders,
  clock: 'order',
  needs: ['touchpoints.review_view'],
  kind: 'customer_share',
  part: sql`j.reviews_read`,
  whole: sql`j.reviews_read is not null`,
  rolledUp: 'apart',
  unit: percent(1),
  better: 'neither',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
