import { surveys } from '../facts.ts';
import { defineMetric, score } from '../grammar.ts';
import { quoted } from '../provenance.ts';
import { sql } from '../sql.ts';

export const dsrLogistics = defineMetric({
  id: 'DSR_LOGISTICS',
  area: 'VOICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Shop score: logistics', zh: '店铺动态评分：物流服务' },
  description: {
    en: 'Mean score, 1 to 5, of the satisfaction surveys about the delivery answered in the period. Unanswered ones are left out, never taken as 5.',
    zh: '统计期内回答的配送满意度问卷的平均分（1–5 分）。未作答的不计入，不默认 5 分。',
  },
  numerator: { en: 'points given', zh: '得分之和' },
  denominator: { en: 'scores', zh: '评分数' },
  fact: surveys,
  clock: 'answered',
  needs: ['surveys.of_delivery'],
  kind: 'mean',
  amount: { value: sql`j.score` },
  whole: { where: sql`j.kind = 'csat' and j.subject = 'delivery' and j.score is not null` },
  unit: score,
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    quoted('Taobao', '淘宝“店铺动态评分”'),
    {
      en: 'Taobao looks at six months, and at the first three scores a month of one buyer: ask for six months; the cap is not applied.',
      zh: '淘宝统计近六个月、同一买家每月仅计前三次：查询时请取六个月，此处不设次数上限。',
    },
  ],
});
