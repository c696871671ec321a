import { returns } from '../facts.ts';
import { defineMetric, hoursOfSeconds } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const requestToMoneyHoursP90 = defineMetric({
  id: 'REQUEST_TO_MONEY_HOURS_P90',
  area: 'RETURNS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Request to money back, 90th percentile hours', zh: '申请到到账时长（P90）' },
  description: {
    en: 'Nine in ten of the refunds that arrived in the period took no longer than this from the request to the money, not only to its approval.',
    zh: '统计期内到账的退款中，有九成从申请到到账不超过这个时长（以到账为准，而非审核通过）。',
  },
  numerator: { en: 'hours from request to money', zh: '申请到到账的小时数' },
  denominator: { en: 'refunds that arrived', zh: '已到账的退款数' },
  fact: returns,
  clock: 'refunded',
  needs: ['returns.refunded_at'],
  kind: 'percentile',
  at: 0.9,
  value: sql`j.request_to_money_seconds`,
  whole: sql`j.request_to_money_seconds is not null`,
  unit: hoursOfSeconds,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    common,
    {
      en: 'Refunds not arrived have no time: see REFUND_OVERDUE_RATE.',
      zh: '尚未到账的没有时长：请一并查看“退款逾期率”。',
    },
  ],
});
