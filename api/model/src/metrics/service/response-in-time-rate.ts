import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const responseInTimeRate = defineMetric({
  id: 'RESPONSE_IN_TIME_RATE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'First response in time', zh: '首次响应及时率' },
  description: {
    en: 'Of the cases whose first answer fell due in the period, the share answered by a human by then. A case still unanswered when due is a failure; cases settled by a bot alone or without a promise are never due.',
    zh: '统计期内首次响应到期的工单中，按时得到人工响应的占比。到期仍未响应的计为未达成；仅由机器人完成或没有响应承诺的工单不会到期。',
  },
  numerator: { en: 'answered by the promised moment', zh: '在承诺时限内响应的工单数' },
  denominator: { en: 'cases due for a first answer', zh: '首次响应到期的工单数' },
  fact: cases,
  clock: 'responseDue',
  needs: ['service_cases.first_response_at'],
  kind: 'ratio',
  part: { where: sql`j.responded_in_time` },
  whole: { where: sql`j.responded_in_time is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
