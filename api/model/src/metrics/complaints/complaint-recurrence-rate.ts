import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { sql } from '../sql.ts';

export const complaintRecurrenceRate = defineMetric({
  id: 'COMPLAINT_RECURRENCE_RATE',
  area: 'COMPLAINTS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Complaints that recur', zh: '投诉重复率' },
  description: {
    en: 'Of the complaints opened in the period whose 30 days are over, the share whose customer complained again about the same topic within them.',
    zh: '统计期内发起且 30 天已满的投诉中，同一顾客 30 天内就同一主题再次投诉的占比。',
  },
  numerator: { en: 'complaints followed by another', zh: '引发再次投诉的投诉数' },
  denominator: { en: 'complaints whose 30 days are over', zh: '30 天已满的投诉数' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.topic'],
  kind: 'ratio',
  part: { where: sql`j.recurs` },
  whole: { where: sql`j.complaint and j.recurs is not null` },
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 31,
  notes: [
    {
      en: 'ISO 10002 names the measure; the formula is the common one.',
      zh: '指标名目见 ISO 10002，计算方法为业内通用。',
    },
  ],
});
