import { cases, orders } from '../facts.ts';
import { defineMetric, money } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const serviceCostPerOrder = defineMetric({
  id: 'SERVICE_COST_PER_ORDER',
  area: 'COST',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Service cost per order', zh: '每单客服成本' },
  description: {
    en: 'Handling cost of the cases opened in the period, divided by the orders placed in it. Cases whose cost is not known add nothing.',
    zh: '统计期内发起工单的处理成本除以同期下单数。成本未知的工单不计入分子。',
  },
  numerator: { en: 'handling cost, by the day of the case', zh: '工单处理成本（按发起日）' },
  denominator: { en: 'orders, by the day they were placed', zh: '订单数（按下单日）' },
  fact: cases,
  clock: 'opened',
  needs: ['service_cases.cost_minor'],
  kind: 'across',
  part: { amount: { value: sql`coalesce(j.cost_minor, 0)` } },
  per: { fact: orders, clock: 'order', count: 'every row' },
  unit: money,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 7,
  notes: [common],
});
