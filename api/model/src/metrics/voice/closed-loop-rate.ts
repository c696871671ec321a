import { surveys } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const closedLoopRate = defineMetric({
  id: 'CLOSED_LOOP_RATE',
  area: 'VOICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Unhappy answers followed up', zh: '不满反馈闭环率' },
  description: {
    en: 'Of the unhappy survey answers of the period (satisfaction at most 3 of 5, recommendation at most 6 of 10, ease at most 4 of 7) whose 14 days are over, the share whose customer was told within them what came of it.',
    zh: '统计期内不满的问卷回答（满意度不高于 3 分、推荐意愿不高于 6 分、轻松度不高于 4 分）且 14 天已满者中，14 天内已告知顾客处理结果的占比。',
  },
  numerator: { en: 'unhappy answers closed within 14 days', zh: '14 天内闭环的不满回答数' },
  denominator: { en: 'unhappy answers whose 14 days are over', zh: '14 天已满的不满回答数' },
  fact: surveys,
  clock: 'answered',
  needs: ['surveys.closed_at'],
  kind: 'ratio',
  part: { where: sql`j.closed_14d` },
  whole: {
    where: sql`j.closed_14d is not null and j.score <= case j.kind when 'nps' then 6 when 'ces' then 4 else 3 end`,
  },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 14,
  notes: [common],
});
