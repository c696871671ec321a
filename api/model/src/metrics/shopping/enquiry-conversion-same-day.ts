import { visits } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { sql } from '../sql.ts';

export const enquiryConversionSameDay = defineMetric({
  id: 'ENQUIRY_CONVERSION_SAME_DAY',
  area: 'SHOPPING',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Enquiry conversion, same day', zh: '询单转化率（当日）' },
  description: {
    en: 'Of the visitors who asked the desk in the period, the share who paid later the same day, in that visit or another.',
    zh: '统计期内咨询过客服的访客中，咨询后当日（本次或其他访问）支付的占比。',
  },
  numerator: { en: 'enquirers who paid the same day', zh: '当日支付的咨询访客数' },
  denominator: { en: 'enquirers', zh: '咨询访客数' },
  fact: visits,
  clock: 'visited',
  needs: ['touchpoints.consulted', 'touchpoints.paid'],
  kind: 'customer_share',
  part: sql`j.consulted_paid_same_day`,
  whole: sql`j.consulted`,
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    {
      en: 'The name is Pinduoduo’s, read in a third party’s copy; the formula is the common one, not checked against it.',
      zh: '名称转引自第三方记载的拼多多指标；公式为业内通用口径，未与原始文件核对。',
    },
  ],
});
