import { defineMetric, percent } from '../grammar.ts';
import { orders } from '../facts.ts';

export const repurchaseRate30d = defineMetric({
  id: 'REPURCHASE_RATE_30D',
  area: 'LOYALTY',
  version: 1,
  since: '2026-01-01',
  owner: 'loyalty',
  title: { en: '30-day repurchase rate', zh: '30 日复购率' },
  description: {
    en: 'Of the customers whose first valid order day lies in the period and is at least 30 days before the last day loaded, the share with another valid order day within 30 days. Customers still inside their 30 days are left out: unknown, not zero.',
    zh: '首个有效订单日在统计期内、且距已载入的最后一日至少 30 天的顾客中，30 天内再次在另一日有有效订单的占比。未满 30 天的顾客不计入：未知，而非零。',
  },
  numerator: {
    en: 'of them, with another valid order day within 30 days',
    zh: '其中 30 天内在另一日再次下有效订单的顾客数',
  },
  denominator: { en: 'first-time customers whose 30 days are over', zh: '已满 30 天的首购顾客数' },
  fact: orders,
  clock: 'firstOrder',
  needs: ['orders.customers'],
  kind: 'repurchase',
  withinDays: 30,
  unit: percent(2),
  better: 'higher',
  minSample: 100,
  maturesAfterDays: 30,
  notes: [
    { en: 'Dated by the first valid order day of the customer, ever.', zh: '按顾客历史上首个有效订单日归期。' },
    {
      en: 'Orders without a known buyer are left out; the answer says how many.',
      zh: '顾客身份未知的订单不计入，答案中会注明数量。',
    },
  ],
});
