import { cases } from '../facts.ts';
import { defineMetric, minutesOfSeconds } from '../grammar.ts';
import { official } from '../provenance.ts';
import { sql } from '../sql.ts';

export const firstResponseBusinessMinutesP50 = defineMetric({
  id: 'FIRST_RESPONSE_BUSINESS_MINUTES_P50',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'First response, median business minutes', zh: '首次响应时长（工作时间，中位数）' },
  description: {
    en: 'As FIRST_RESPONSE_MINUTES_P50, but the clock runs only while the desk is open: by the hours of the case’s promise, else 09:00–21:00 every day.',
    zh: '口径同“首次响应时长（中位数）”，但只计客服在岗时间：按工单所适用承诺的服务时段，无约定时按每天 9:00–21:00。',
  },
  numerator: { en: 'business minutes from opening to the first human answer', zh: '发起到人工首次响应的工作分钟数' },
  denominator: { en: 'cases answered by a human', zh: '已有人工响应的工单数' },
  fact: cases,
  clock: 'responded',
  needs: ['service_cases.first_response_at'],
  kind: 'percentile',
  at: 0.5,
  value: sql`j.first_response_business_seconds`,
  whole: sql`j.first_response_business_seconds is not null`,
  unit: minutesOfSeconds,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    official('Zendesk', 'Zendesk '),
    {
      en: 'Cases never answered have no time: see UNANSWERED_OVERDUE_SHARE beside it.',
      zh: '从未得到响应的工单没有时长：请一并查看“逾期未响应占比”。',
    },
  ],
});
