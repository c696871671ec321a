import { visits } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { sql } from '../sql.ts';

export const consultationRate = defineMetric({
  id: 'CONSULTATION_RATE',
  area: 'SHOPPING',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Consultation rate', zh: '咨询率' },
  description: {
    en: 'Of the visitors of the period, the share who asked the desk for advice in a visit.',
    zh: '统计期内的访客中，访问时咨询过客服的占比。',
  },
  numerator: { en: 'visitors who asked', zh: '咨询访客数' },
  denominator: { en: 'visitors', zh: '访客数' },
  fact: visits,
  clock: 'visited',
  needs: ['touchpoints.consulted'],
  kind: 'customer_share',
  part: sql`j.consulted`,
  whole: 'every row',
  unit: percent(1),
  better: 'neither',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    {
      en: 'The name is a platform’s, read in a third party’s copy; the formula is the common one, not checked against it.',
      zh: '名称转引自第三方记载的平台指标；公式为业内通用口径，未与原始文件核对。',
    },
  ],
});
