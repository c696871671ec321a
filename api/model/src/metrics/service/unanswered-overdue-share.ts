import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const unansweredOverdueShare = defineMetric({
  id: 'UNANSWERED_OVERDUE_SHARE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Unanswered past the promise', zh: '逾期未响应占比' },
  description: {
    en: 'Of the cases whose first answer fell due in the period, the share no human has answered to this day. It stands beside the response times, which know answered cases only.',
    zh: '统计期内首次响应到期的工单中，至今仍无人工回复的占比。响应时长只含已响应的工单，须与本指标一并查看。',
  },
  numerator: { en: 'cases due and unanswered to this day', zh: '到期且至今未响应的工单数' },
  denominator: { en: 'cases due for a first answer', zh: '首次响应到期的工单数' },
  fact: cases,
  clock: 'responseDue',
  needs: ['service_cases.first_response_at'],
  kind: 'ratio',
  part: { where: sql`j.unanswered` },
  whole: { where: sql`j.unanswered is not null` },
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
