import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { sql } from '../sql.ts';

export const complaintSatisfactionRate = defineMetric({
  id: 'COMPLAINT_SATISFACTION_RATE',
  area: 'COMPLAINTS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Satisfied with the outcome of a complaint', zh: '投诉处理满意率' },
  description: {
    en: 'Of the complaints opened in the period whose customer was asked afterwards and answered, the share satisfied with the outcome.',
    zh: '统计期内发起、事后回访且顾客已作答的投诉中，对处理结果满意的占比。',
  },
  numerator: { en: 'complainants satisfied', zh: '满意的投诉人数' },
  denominator: { en: 'complainants who answered', zh: '已作答的投诉人数' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.satisfied_with_outcome'],
  kind: 'ratio',
  part: { where: sql`j.satisfied_with_outcome` },
  whole: { where: sql`j.complaint and j.satisfied_with_outcome is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 30,
  notes: [
    {
      en: 'Built like the postal regulator’s rate, as quoted by a third party; complaints here are the shop’s own.',
      zh: '构成同邮政监管部门公布的“申诉处理满意率”（转引自第三方）；此处为店铺自身受理的投诉。',
    },
  ],
});
