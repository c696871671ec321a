import { surveys } from '../facts.ts';
import { defineMetric, score } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const ces = defineMetric({
  id: 'CES',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Customer effort score (high = easy)', zh: '轻松度（CES）' },
  description: {
    en: 'Mean answer of the surveys answered in the period to how easy it was to have the matter solved, from 1 (hard) to 7 (easy).',
    zh: '统计期内回答的“解决问题是否轻松”问卷的平均分，1 分最费力，7 分最轻松。',
  },
  numerator: { en: 'sum of the answers', zh: '得分之和' },
  denominator: { en: 'answers', zh: '回答数' },
  fact: surveys,
  clock: 'answered',
  needs: ['surveys.ces'],
  kind: 'mean',
  amount: { value: sql`j.score` },
  whole: { where: sql`j.kind = 'ces' and j.score is not null` },
  unit: score,
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    common,
    {
      en: 'High is easy. Some write the scale the other way round.',
      zh: '分数越高越轻松；业内也有反向量表，比较前请先确认。',
    },
  ],
});
