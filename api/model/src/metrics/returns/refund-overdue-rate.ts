import { returns } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const refundOverdueRate = defineMetric({
  id: 'REFUND_OVERDUE_RATE',
  area: 'RETURNS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Refunds past their promise', zh: '退款逾期率' },
  description: {
    en: 'Of the refunds promised for a day in the period, the share whose money had not arrived by the promised moment, whether it came later or not at all. Requests that stay rejected, withdrawn ones, and exchanges and repairs that bring no money are never due.',
    zh: '承诺在统计期内到账的退款中，到承诺时刻仍未到账的占比，不论之后是否到账。最终被拒绝或已撤销的申请，以及不涉及退款的换货和维修，不会到期。',
  },
  numerator: { en: 'refunds not arrived in time', zh: '未按时到账的退款数' },
  denominator: { en: 'refunds due', zh: '应到账的退款数' },
  fact: returns,
  clock: 'due',
  needs: ['returns.due_at', 'returns.refunded_at'],
  kind: 'ratio',
  part: { where: sql`not j.refunded_in_time` },
  whole: { where: sql`j.refunded_in_time is not null` },
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [common],
});
