import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const answeredCallRate = defineMetric({
  id: 'ANSWERED_CALL_RATE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Answered calls', zh: '接通率' },
  description: {
    en: 'Of the calls that came in during the period, the share a human answered.',
    zh: '统计期内呼入的电话中，由人工接听的占比。',
  },
  numerator: { en: 'calls answered', zh: '已接听的来电数' },
  denominator: { en: 'calls that came in', zh: '来电数' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.call_answered'],
  kind: 'ratio',
  part: { where: sql`j.call_answered` },
  whole: { where: sql`j.call_answered is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
