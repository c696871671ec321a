import { today, visits } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const enquiryConversion3d = defineMetric({
  id: 'ENQUIRY_CONVERSION_3D',
  area: 'SHOPPING',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Enquiry conversion, 3 days', zh: '询单转化率（3日）' },
  description: {
    en: 'Of the visitors who asked the desk in the period and whose three days are over, the share who paid that day or in the two days after it.',
    zh: '统计期内咨询过客服且 3 日已满的访客中，咨询当日及其后两日内支付的占比。',
  },
  numerator: { en: 'enquirers who paid within 3 days', zh: '3 日内支付的咨询访客数' },
  denominator: { en: 'enquirers whose 3 days are over', zh: '3 日已满的咨询访客数' },
  fact: visits,
  clock: 'visited',
  needs: ['touchpoints.consulted', 'touchpoints.paid'],
  kind: 'customer_share',
  part: sql`j.consulted_paid_3d`,
  whole: sql`j.consulted and j.visited_on + 2 <= ${today}`,
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 2,
  notes: [common],
});
