import { orders } from '../facts.ts';
import { defineMetric, money } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const failureCostPerOrder = defineMetric({
  id: 'FAILURE_COST_PER_ORDER',
  area: 'COST',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Cost of a failed order', zh: '履约失误单均损失' },
  description: {
    en: 'Mean of what an order placed in the period that failed (late, damaged, lost, wrong item, not as described, poor quality) has cost since: money refunded, compensations, and the handling of its cases and returns. Unknown handling costs add nothing.',
    zh: '统计期内下单且发生履约失误（延误、破损、丢失、发错货、描述不符、质量问题）的订单，平均每单至今的损失：退款、补偿及工单与退换货的处理成本。处理成本未知的按零计。',
  },
  numerator: { en: 'refunds, compensations and handling', zh: '退款、补偿与处理成本之和' },
  denominator: { en: 'orders with a failure', zh: '有履约失误的订单数' },
  fact: orders,
  clock: 'order',
  needs: ['returns', 'compensations', 'service_cases'],
  kind: 'mean',
  amount: { value: sql`j.refunded_minor + j.compensated_minor + coalesce(j.service_cost_minor, 0)` },
  whole: { where: sql`cardinality(j.failures) > 0` },
  rolledUp: 'apart',
  unit: money,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 45,
  notes: [common],
});
