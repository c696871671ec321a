import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const handoverRate = defineMetric({
  id: 'HANDOVER_RATE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Hand-over to a human', zh: '转人工率' },
  description: {
    en: 'Of the cases opened in the period in which a bot took part, the share whose customer was promised a human.',
    zh: '统计期内发起且有机器人参与的工单中，已为顾客转人工的占比。',
  },
  numerator: { en: 'cases handed over', zh: '转人工的工单数' },
  denominator: { en: 'cases with a bot', zh: '有机器人参与的工单数' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.handled_by', 'service_cases.handed_over_at'],
  kind: 'ratio',
  part: { where: sql`j.handed_over` },
  whole: { where: sql`j.contained is not null` },
  unit: percent(1),
  better: 'neither',
  minSample: 30,
  maturesAfterDays: 1,
  notes: [common],
});
