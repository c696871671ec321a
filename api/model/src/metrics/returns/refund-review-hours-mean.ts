import { returns } from '../facts.ts';
import { defineMetric, hoursOfSeconds } from '../grammar.ts';
import { quoted } from '../provenance.ts';
import { sql } from '../sql.ts';

export const refundReviewHoursMean = defineMetric({
  id: 'REFUND_REVIEW_HOURS_MEAN',
  area: 'RETURNS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Review of a refund, mean hours', zh: '退款审核时长（平均）' },
  description: {
    en: 'Of the refunds that arrived in the period, the mean time from the request to the shop’s decision.',
    zh: '统计期内退款成功的申请，从申请到审核完成的平均时长（售后审核总时长 ÷ 退款成功售后单数）。',
  },
  numerator: { en: 'time from request to decision', zh: '申请到审核完成的时长之和' },
  denominator: { en: 'refunds that arrived', zh: '退款成功的售后单数' },
  fact: returns,
  clock: 'refunded',
  needs: ['returns.decided_at', 'returns.refunded_at'],
  kind: 'mean',
  amount: { value: sql`j.review_seconds` },
  whole: { where: sql`j.review_seconds is not null` },
  unit: hoursOfSeconds,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    quoted('Douyin', '抖音规则'),
    {
      en: 'Requests not decided have no time: see REFUND_OVERDUE_RATE.',
      zh: '尚未审核的申请没有时长：请一并查看“退款逾期率”。',
    },
  ],
});
