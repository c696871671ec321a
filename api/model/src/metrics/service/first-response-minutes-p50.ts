import { cases } from '../facts.ts';
import { defineMetric, minutesOfSeconds } from '../grammar.ts';
import { official } from '../provenance.ts';
import { sql } from '../sql.ts';

export const firstResponseMinutesP50 = defineMetric({
  id: 'FIRST_RESPONSE_MINUTES_P50',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'First response, median minutes', zh: '首次响应时长（中位数）' },
  description: {
    en: 'Half of the cases whose first human answer fell in the period were answered within this many minutes of being opened. A bot’s answer does not count. The clock never stops, nights included.',
    zh: '统计期内得到人工首次响应的工单中，有一半在这个分钟数内得到响应（自发起算起，按自然时间，夜间照计）。机器人回复不算响应。',
  },
  numerator: { en: 'minutes from opening to the first human answer', zh: '发起到人工首次响应的分钟数' },
  denominator: { en: 'cases answered by a human', zh: '已有人工响应的工单数' },
  fact: cases,
  clock: 'responded',
  needs: ['service_cases.first_response_at'],
  kind: 'percentile',
  at: 0.5,
  value: sql`j.first_response_seconds`,
  whole: sql`j.first_response_seconds is not null`,
  unit: minutesOfSeconds,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    official('Gorgias', 'Gorgias '),
    {
      en: 'Cases never answered have no time: see UNANSWERED_OVERDUE_SHARE beside it.',
      zh: '从未得到响应的工单没有时长：请一并查看“逾期未响应占比”。',
    },
  ],
});
