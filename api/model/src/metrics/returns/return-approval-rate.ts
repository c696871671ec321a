import { returns } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const returnApprovalRate = defineMetric({
  id: 'RETURN_APPROVAL_RATE',
  area: 'RETURNS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Requests granted', zh: '售后申请通过率' },
  description: {
    en: 'Of the requests made in the period that the shop has decided, the share granted. Withdrawn requests are left out; undecided ones count when decided, and weigh on REFUND_OVERDUE_RATE once due.',
    zh: '统计期内提出且已审核的售后申请中，审核通过的占比。已撤销的不计入；尚未审核的待审核后计入，逾期部分见“退款逾期率”。',
  },
  numerator: { en: 'requests granted', zh: '通过的申请数' },
  denominator: { en: 'requests decided', zh: '已审核的申请数' },
  fact: returns,
  clock: 'requested',
  needs: ['returns.decided_at'],
  kind: 'ratio',
  part: { where: sql`j.approved` },
  whole: { where: sql`j.approved is not null and not j.withdrawn` },
  unit: percent(1),
  better: 'neither',
  minSample: 30,
  maturesAfterDays: 7,
  notes: [common],
});
