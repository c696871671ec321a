import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const abandonedCallRate = defineMetric({
  id: 'ABANDONED_CALL_RATE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Abandoned calls', zh: '来电放弃率' },
  description: {
    en: 'Of the calls that came in during the period, the share given up before a human answered. Calls hung up within 5 seconds are left out of both counts; a call whose wait is not known is kept.',
    zh: '统计期内呼入的电话中，人工接听前顾客已放弃的占比。5 秒内挂断的来电不计入分子与分母；等待时长未知的照计。',
  },
  numerator: { en: 'calls given up after 5 seconds', zh: '等待 5 秒后放弃的来电数' },
  denominator: { en: 'calls but those hung up within 5 seconds', zh: '剔除 5 秒内挂断后的来电数' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.call_answered'],
  kind: 'ratio',
  part: { where: sql`not j.call_answered` },
  whole: { where: sql`j.call_answered is not null and (j.call_answered or coalesce(j.waited_seconds, 5) >= 5)` },
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
