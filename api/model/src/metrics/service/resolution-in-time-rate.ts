import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const resolutionInTimeRate = defineMetric({
  id: 'RESOLUTION_IN_TIME_RATE',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Resolved in time', zh: '按时解决率' },
  description: {
    en: 'Of the cases whose resolution fell due in the period, the share resolved by then. A case still open or reopened when due is a failure. Where the source itself says whether the promise was kept, its word counts.',
    zh: '统计期内应解决（解决时限到期）的工单中，按时解决的占比。到期仍未解决或被重开的计为未达成。来源系统已给出是否达标的，以来源为准。',
  },
  numerator: { en: 'resolved by the promised moment', zh: '在承诺时限内解决的工单数' },
  denominator: { en: 'cases due for resolution', zh: '解决时限到期的工单数' },
  fact: cases,
  clock: 'resolutionDue',
  needs: ['service_cases.resolved_at'],
  kind: 'ratio',
  part: { where: sql`j.resolved_in_time` },
  whole: { where: sql`j.resolved_in_time is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
