import { returns, today } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const sevenDayKeptRate = defineMetric({
  id: 'SEVEN_DAY_KEPT_RATE',
  area: 'RETURNS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Seven-day promise kept', zh: '七天无理由履约率' },
  description: {
    en: 'Of the requests made in the period under the seven-day policy, no later than 7 days after delivery, the share granted, out of those decided or whose money has fallen due. Still undecided when due is a failure; withdrawn requests are left out.',
    zh: '统计期内提出、且不晚于签收后 7 天的七天无理由申请中，获得同意的占比；分母为已审核或退款承诺已到期的申请。到期仍未审核计为未履约，已撤销的不计入。',
  },
  numerator: { en: 'requests granted', zh: '获同意的申请数' },
  denominator: { en: 'requests decided or due', zh: '已审核或已到期的申请数' },
  fact: returns,
  clock: 'requested',
  needs: ['returns.policy', 'returns.decided_at'],
  kind: 'ratio',
  part: { where: sql`j.policy_kept` },
  whole: {
    where: sql`j.policy = 'seven_day' and not j.withdrawn and (j.policy_kept is not null or (j.approved is null and j.due_on <= ${today} and j.requested_on <= coalesce(j.delivered_on + 7, j.requested_on)))`,
  },
  unit: percent(1),
  better: 'higher',
  minSample: 30,
  maturesAfterDays: 10,
  notes: [common],
});
