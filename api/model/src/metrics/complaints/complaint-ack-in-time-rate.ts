import { cases } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { sql } from '../sql.ts';

export const complaintAckInTimeRate = defineMetric({
  id: 'COMPLAINT_ACK_IN_TIME_RATE',
  area: 'COMPLAINTS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Complaints acknowledged in time', zh: '投诉按时受理率' },
  description: {
    en: 'Of the complaints whose first answer fell due in the period, the share a human answered by then. Still unanswered when due is a failure.',
    zh: '统计期内首次响应到期的投诉中，按时得到人工受理回复的占比。到期仍未回复的计为未按时。',
  },
  numerator: { en: 'complaints answered in time', zh: '按时受理的投诉数' },
  denominator: { en: 'complaints due for a first answer', zh: '首次响应到期的投诉数' },
  fact: cases,
  clock: 'responseDue',
  needs: ['service_cases.first_response_at'],
  kind: 'ratio',
  part: { where: sql`j.responded_in_time` },
  whole: { where: sql`j.complaint and j.responded_in_time is not null` },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    {
      en: 'ISO 10002 names the measure; the formula is the common one.',
      zh: '指标名目见 ISO 10002，计算方法为业内通用。',
    },
  ],
});
