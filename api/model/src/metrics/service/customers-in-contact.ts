import { cases } from '../facts.ts';
import { count, defineMetric } from '../grammar.ts';

export const customersInContact = defineMetric({
  id: 'CUSTOMERS_IN_CONTACT',
  area: 'SERVICE',
  version: 1,
  since: '2026-01-01',
  owner: 'service',
  title: { en: 'Customers in contact', zh: '进线顾客数' },
  description: {
    en: 'Customers who opened at least one case in the period, each counted once however often they wrote or called.',
    zh: '统计期内至少发起过一个工单的顾客数，每人只计一次。',
  },
  numerator: { en: 'distinct customers', zh: '去重顾客数' },
  fact: cases,
  clock: 'opened',
  needs: ['orders.customers'],
  kind: 'customers',
  where: 'every row',
  unit: count,
  better: 'neither',
  minSample: 1,
  maturesAfterDays: 0,
});
