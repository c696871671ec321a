import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const standardFlowRate = defineMetric({
  id: 'STANDARD_FLOW_RATE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Standard flow kept to', zh: '标准流程执行率' },
  description: {
    en: 'Of the cases opened in the period that were checked, the share handled by the standard flow.',
    zh: '统计期内发起且已核查的工单中，按标准流程处理的占比。',
  },
  numerator: { en: 'cases handled by the standard flow', zh: '按标准流程处理的工单数' },
  denominator: { en: 'cases checked', zh: '已核查的工单数' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.flow_followed'],
  kind: 'ratio',
  part: { where: sql`j.flow_followed` },
  whole: { where: sql`j.flow_followed is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 14,
  notes: [common],
});
