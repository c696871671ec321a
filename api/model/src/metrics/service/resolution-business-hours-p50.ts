import { cases } from '../facts.ts';
import { defineMetric, hoursOfSeconds } from '../grammar.ts';
import { official } from '../provenance.ts';
import { sql } from '../sql.ts';

export const resolutionBusinessHoursP50 = defineMetric({
  id: 'RESOLUTION_BUSINESS_HOURS_P50',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Resolution, median business hours', zh: '解决时长（工作时间，中位数）' },
  description: {
    en: 'As RESOLUTION_HOURS_P50, but the clock runs only while the desk is open: by the hours of the case’s promise, else 09:00–21:00 every day.',
    zh: '口径同“解决时长（中位数）”，但只计客服在岗时间：按工单所适用承诺的服务时段，无约定时按每天 9:00–21:00。',
  },
  numerator: { en: 'business hours from opening to the last resolution', zh: '发起到最后一次解决的工作小时数' },
  denominator: { en: 'cases resolved', zh: '已解决的工单数' },
  fact: cases,
  clock: 'resolved',
  needs: ['service_cases.resolved_at'],
  kind: 'percentile',
  at: 0.5,
  value: sql`j.resolution_business_seconds`,
  whole: sql`j.resolution_business_seconds is not null`,
  unit: hoursOfSeconds,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    official('Zendesk', 'Zendesk '),
    {
      en: 'Open cases have no time: see RESOLUTION_IN_TIME_RATE.',
      zh: '未解决的工单没有时长：请一并查看“按时解决率”。',
    },
  ],
});
