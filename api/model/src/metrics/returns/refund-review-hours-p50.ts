import { returns } from '../facts.ts';
import { defineMetric, hoursOfSeconds } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const refundReviewHoursP50 = defineMetric({
  id: 'REFUND_REVIEW_HOURS_P50',
  area: 'RETURNS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Review of a refund, median hours', zh: '退款审核时长（中位数）' },
  description: {
    en: 'Half of the refunds that arrived in the period were decided within this time of the request.',
    zh: '统计期内退款成功的申请中，有一半从申请到审核完成不超过这个时长。',
  },
  numerator: { en: 'hours from request to decision', zh: '申请到审核完成的小时数' },
  denominator: { en: 'refunds that arrived', zh: '退款成功的售后单数' },
  fact: returns,
  clock: 'refunded',
  needs: ['returns.decided_at', 'returns.refunded_at'],
  kind: 'percentile',
  at: 0.5,
  value: sql`j.review_seconds`,
  whole: sql`j.review_seconds is not null`,
  unit: hoursOfSeconds,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    common,
    {
      en: 'Requests not decided have no time: see REFUND_OVERDUE_RATE.',
      zh: '尚未审核的申请没有时长：请一并查看“退款逾期率”。',
    },
  ],
});
