import { cases } from '../facts.ts';
import { defineMetric, seconds } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const callWaitSecondsP50 = defineMetric({
  id: 'CALL_WAIT_SECONDS_P50',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Wait for an answer by phone, median seconds', zh: '来电等待时长（中位数）' },
  description: {
    en: 'Half of the calls answered in the period waited no longer than this in the queue.',
    zh: '统计期内接听的来电中，有一半的排队等待不超过这个秒数。',
  },
  numerator: { en: 'seconds in the queue', zh: '排队等待的秒数' },
  denominator: { en: 'calls answered', zh: '已接听的来电数' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.call_answered', 'service_cases.waited_seconds'],
  kind: 'percentile',
  at: 0.5,
  value: sql`j.waited_seconds`,
  whole: sql`j.call_answered and j.waited_seconds is not null`,
  unit: seconds,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    common,
    {
      en: 'Calls given up have no answer to wait for: see ABANDONED_CALL_RATE.',
      zh: '放弃的来电不计入等待时长：请一并查看“来电放弃率”。',
    },
  ],
});
