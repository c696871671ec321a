import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const handoverAnsweredRate = defineMetric({
  id: 'HANDOVER_ANSWERED_RATE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Hand-overs a human came to', zh: '转人工接入率' },
  description: {
    en: 'Of the cases opened in the period that were handed over, the share a human joined. Nobody came: a failure.',
    zh: '统计期内发起并转人工的工单中，有人工接入的占比。无人接入计为未达成。',
  },
  numerator: { en: 'hand-overs a human came to', zh: '有人工接入的工单数' },
  denominator: { en: 'cases handed over', zh: '转人工的工单数' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.handed_over_at', 'service_cases.human_joined_at'],
  kind: 'ratio',
  part: { where: sql`j.hand_over_answered` },
  whole: { where: sql`j.handed_over` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 1,
  notes: [common],
});
