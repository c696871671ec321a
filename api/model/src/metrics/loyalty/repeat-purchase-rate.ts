import { defineMetric, percent } from '../grammar.ts';
import { orders } from '../facts.ts';

export const repeatPurchaseRate = defineMetric({
  id: 'REPEAT_PURCHASE_RATE',
  area: 'LOYALTY',
  version: 1,
  since: '2026-01-01',
  owner: 'loyalty',
  title: { en: 'Repeat purchase rate (classic)', zh: '复购率（经典口径）' },
  description: {
    en: 'Of the customers with an order in the period, of any status, the share with two or more orders in it. Split orders of one basket count as a repeat here: see REPEAT_PURCHASE_DAYS_RATE.',
    zh: '统计期内有订单（任何状态）的顾客中，期内有两笔及以上订单的占比。一次购物拆成的多单在此也算复购：见“复购率（有效日）”。',
  },
  numerator: { en: 'customers with two or more orders in the period', zh: '期内有两笔及以上订单的顾客数' },
  denominator: { en: 'customers with an order in the period', zh: '期内有订单的顾客数' },
  fact: orders,
  clock: 'order',
  needs: ['orders.customers'],
  kind: 'repeat',
  chain: 'order',
  unit: percent(2),
  better: 'higher',
  minSample: 100,
  maturesAfterDays: 0,
  notes: [
    {
      en: 'Grows with the length of the period; compare only periods of equal length.',
      zh: '统计期越长数值越高，只宜比较等长的时段。',
    },
    {
      en: 'Orders without a known buyer are left out; the answer says how many.',
      zh: '顾客身份未知的订单不计入，答案中会注明数量。',
    },
  ],
});
