import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const csatResponseRate = defineMetric({
  id: 'CSAT_RESPONSE_RATE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'CSAT response rate', zh: '满意度参评率' },
  description: {
    en: 'Of the cases last resolved in the period, the share the customer has rated. The fewer answer, the less the satisfaction says of everyone.',
    zh: '统计期内（最后一次）解决的工单中，顾客已评分的占比。参评越少，满意度越难代表全体。',
  },
  numerator: { en: 'resolved cases that were rated', zh: '已评分的已解决工单数' },
  denominator: { en: 'cases resolved', zh: '已解决的工单数' },
  fact: cases,
  clock: 'resolved',
  needs: ['service_cases.csat', 'service_cases.resolved_at'],
  kind: 'ratio',
  part: { where: sql`j.csat is not null` },
  whole: 'every row',
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 14,
  notes: [common],
});
