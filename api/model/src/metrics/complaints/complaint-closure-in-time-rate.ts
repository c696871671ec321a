import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { sql } from '../sql.ts';

export const complaintClosureInTimeRate = defineMetric({
  id: 'COMPLAINT_CLOSURE_IN_TIME_RATE',
  area: 'COMPLAINTS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Complaints settled in time', zh: '投诉按时办结率' },
  description: {
    en: 'Of the complaints whose resolution fell due in the period, the share settled by then. One still open or reopened when due is a failure.',
    zh: '统计期内办结时限到期的投诉中，按时办结的占比。到期仍未办结或被重开的计为未按时。',
  },
  numerator: { en: 'complaints settled in time', zh: '按时办结的投诉数' },
  denominator: { en: 'complaints due', zh: '应办结的投诉数' },
  fact: cases,
  clock: 'resolutionDue',
  needs: ['service_cases.resolved_at'],
  kind: 'ratio',
  part: { where: sql`j.resolved_in_time` },
  whole: { where: sql`j.complaint and j.resolved_in_time is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    {
      en: 'Built like the 12315 rate of closures in time; the time limit is the shop’s own promise, not the legal one.',
      zh: '构成同 12315 的“按时办结率”；时限取店铺自身承诺，而非法定期限。',
    },
  ],
});
