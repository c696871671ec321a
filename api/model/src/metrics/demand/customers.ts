import { count, defineMetric } from '../grammar.ts';
import { orders } from '../facts.ts';

export const customers = defineMetric({
  id: 'CUSTOMERS',
  area: 'DEMAND',
  version: 1,
  since: '2026-01-01',
  owner: 'commerce',
  title: { en: 'Customers', zh: '下单顾客数' },
  description: {
    en: 'Distinct customers with at least one order in the period, of any status. A customer who orders in two buckets counts in each.',
    zh: '统计期内至少有一笔订单（任何状态）的去重顾客数。在两个时间段都下单的顾客在每段各计一次。',
  },
  numerator: { en: 'distinct customers who ordered', zh: '下单的去重顾客数' },
  fact: orders,
  clock: 'order',
  needs: ['orders.customers'],
  kind: 'distinct',
  chain: 'order',
  unit: count,
  better: 'higher',
  minSample: 1,
  maturesAfterDays: 0,
  notes: [
    {
      en: 'Orders without a known buyer are left out; the answer says how many.',
      zh: '顾客身份未知的订单不计入，答案中会注明数量。',
    },
    { en: 'Customers of several buckets or slices are not additive.', zh: '不同时间段或切片的顾客数不可相加。' },
  ],
});
