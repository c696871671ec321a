import { returns } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { quoted } from '../provenance.ts';
import { sql } from '../sql.ts';

export const platformInterventionRate = defineMetric({
  id: 'PLATFORM_INTERVENTION_RATE',
  area: 'RETURNS',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Platform intervention', zh: '平台介入率' },
  description: {
    en: 'Of the refund requests made in the period, with or without a return, the share the platform stepped into.',
    zh: '统计期内提出的退款申请（退货退款与仅退款）中，平台介入的占比。',
  },
  numerator: { en: 'requests the platform stepped into', zh: '平台介入的退款单数' },
  denominator: { en: 'refund requests', zh: '退款申请数' },
  fact: returns,
  clock: 'requested',
  needs: ['returns.stepped_in_at'],
  kind: 'ratio',
  part: { where: sql`j.stepped_in` },
  whole: { where: sql`j.kind in ('return', 'refund_only')` },
  unit: percent(1),
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 30,
  notes: [
    quoted('Pinduoduo', '拼多多规则'),
    {
      en: 'Out of refund requests, not of orders: see PLATFORM_INTERVENTION_RATE_BY_ORDERS.',
      zh: '分母为退款申请而非订单；按订单计见“平台介入率（按订单）”。',
    },
  ],
});
