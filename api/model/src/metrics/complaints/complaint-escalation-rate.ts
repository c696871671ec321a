import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { sql } from '../sql.ts';

export const complaintEscalationRate = defineMetric({
  id: 'COMPLAINT_ESCALATION_RATE',
  area: 'COMPLAINTS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Complaints escalated', zh: '投诉升级率' },
  description: {
    en: 'Of the complaints opened in the period, the share that went on to the platform or the regulator.',
    zh: '统计期内发起的投诉中，升级至平台或监管部门的占比。',
  },
  numerator: { en: 'complaints escalated', zh: '升级的投诉数' },
  denominator: { en: 'complaints', zh: '投诉数' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.escalated_to'],
  kind: 'ratio',
  part: { where: sql`j.escalated` },
  whole: { where: sql`j.complaint` },
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 30,
  notes: [
    {
      en: 'ISO 10002 names the measure; the formula is the common one.',
      zh: '指标名目见 ISO 10002，计算方法为业内通用。',
    },
    {
      en: 'Complaints that began with the platform or regulator are in the denominator; they were not escalated.',
      zh: '直接向平台或监管渠道提出的投诉计入分母，不算升级。',
    },
  ],
});
