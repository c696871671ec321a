import { cases } from '../facts.ts';
import { defineMetric, hoursOfSeconds } from '../grammar.ts';
import { official } from '../provenance.ts';
import { sql } from '../sql.ts';

export const resolutionHoursP50 = defineMetric({
  id: 'RESOLUTION_HOURS_P50',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Resolution, median hours', zh: '解决时长（中位数）' },
  description: {
    en: 'Half of the cases last resolved in the period took no longer than this from opening to that resolution, time spent reopened included. The clock never stops.',
    zh: '统计期内（最后一次）解决的工单中，有一半从发起到解决不超过这个时长，重开后的处理时间计入，按自然时间计。',
  },
  numerator: { en: 'hours from opening to the last resolution', zh: '发起到最后一次解决的小时数' },
  denominator: { en: 'cases resolved', zh: '已解决的工单数' },
  fact: cases,
  clock: 'resolved',
  needs: ['service_cases.resolved_at'],
  kind: 'percentile',
  at: 0.5,
  value: sql`j.resolution_seconds`,
  whole: sql`j.resolution_seconds is not null`,
  unit: hoursOfSeconds,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    official('Redo', 'Redo '),
    {
      en: 'Open cases have no time: see RESOLUTION_IN_TIME_RATE, where they count once due.',
      zh: '未解决的工单没有时长：请一并查看“按时解决率”，到期未解决的在其中计为未达成。',
    },
  ],
});
