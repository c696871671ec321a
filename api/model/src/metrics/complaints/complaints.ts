import { cases } from '../facts.ts';
import { count, defineMetric } from '../grammar.ts';
import { sql } from '../sql.ts';

export const complaintsOpened = defineMetric({
  id: 'COMPLAINTS',
  area: 'COMPLAINTS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Complaints', zh: '投诉数' },
  description: {
    en: 'Complaints opened in the period, about an order or not, by whatever channel they came.',
    zh: '统计期内发起的投诉数，不论是否涉及订单、来自何种渠道。',
  },
  numerator: { en: 'complaints', zh: '投诉数' },
  fact: cases,
  clock: 'opened',
  kind: 'count',
  count: { where: sql`j.complaint` },
  unit: count,
  better: 'lower',
  minSample: 1,
  maturesAfterDays: 0,
});
