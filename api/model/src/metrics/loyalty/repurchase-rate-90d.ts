import { defineMetric, percent } from '../grammar.ts';
import { orders } from '../facts.ts';

export const repurchaseRate90d = defineMetric({
  id: 'REPURCHASE_RATE_90D',
  area: 'LOYALTY',
  version: 1,
  since: '2026-01-01',
  owner: 'loyalty',
  title: { en: '90-day repurchase rate', zh: '90 日复购率' },
  description: {
    en: 'Of the customers whose first valid order day lies in the period and is at least 90 days before the last day loaded, the share with another valid order day within 90 days. Customers still inside their 90 days are left out: unknown, not zero.',
    zh: '首个有效订单日在统计期内、且距已载入的最后一日至少 90 天的顾客中，90 天内再次在另一日有有效订单的占比。未满 90 天的顾客不计入：未知，而非零。',
  },
  numerator: {
    en: 'of them, with another valid order day within 90 days',
    zh: '其中 90 天内在另一日再次下有效订单的顾客数',
  },
  denominator: { en: 'first-time customers whose 90 days are over', zh: '已满 90 天的首购顾客数' },
  fact: orders,
  clock: 'firstOrder',
  needs: ['orders.customers'],
  kind: 'repurchase',
  withinDays: 90,
  unit: percent(2),
  better: 'higher',
  minSample: 100,
  maturesAfterDays: 90,
  notes: [
    { en: 'Dated by the first valid order day of the customer, ever.', zh: '按顾客历史上首个有效订单日归期。' },
    {
      en: 'Orders without a known buyer are left out; the answer says how many.',
      zh: '顾客身份未知的订单不计入，答案中会注明数量。',
    },
  ],
});
