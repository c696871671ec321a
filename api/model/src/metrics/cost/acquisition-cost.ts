import { costs, orders } from '../facts.ts';
import { defineMetric, money } from '../grammar.ts';
import { common } from '../provenance.ts';
import { sql } from '../sql.ts';

export const acquisitionCost = defineMetric({
  id: 'ACQUISITION_COST',
  area: 'COST',
  version: 1,
  since: '2026-01-01',
  owner: 'marketing',
  title: { en: 'Acquisition cost per new customer', zh: '获客成本' },
  description: {
    en: 'Campaign cost of the period divided by the customers won in it: known customers whose first valid order was placed in it. By origin: what a customer from each source costs.',
    zh: '统计期内的营销投放费用除以同期新客数（首个有效订单落在期内的已知顾客）。按流量来源拆分，可比较各来源的获客成本。',
  },
  numerator: { en: 'campaign cost, by the day it was spent', zh: '投放费用（按支出日）' },
  denominator: { en: 'customers won, by the day of their first valid order', zh: '新客数（按首个有效订单日）' },
  fact: costs,
  clock: 'spent',
  needs: ['costs.campaign', 'orders.customers'],
  kind: 'across',
  part: { amount: { value: sql`case when j.kind = 'campaign' then j.amount_minor else 0 end` } },
  per: {
    fact: orders,
    clock: 'order',
    count: { where: sql`j.identified and j.valid_first_of_day and j.valid_prev_on is null` },
  },
  unit: money,
  better: 'lower',
  minSample: 30,
  maturesAfterDays: 0,
  notes: [
    common,
    {
      en: 'Customers who would have come anyway are in the denominator: an average, not what one more would cost.',
      zh: '不投放也会来的顾客同样计入分母：这是平均成本，不是边际成本。',
    },
  ],
});
