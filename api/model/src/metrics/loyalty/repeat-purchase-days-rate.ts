import { defineMetric, percent } from '../grammar.ts';
import { orders } from '../facts.ts';

export const repeatPurchaseDaysRate = defineMetric({
  id: 'REPEAT_PURCHASE_DAYS_RATE',
  area: 'LOYALTY',
  version: 1,
  since: '2026-01-01',
  owner: 'loyalty',
  title: { en: 'Repeat purchase rate (valid days)', zh: '复购率（有效日）' },
  description: {
    en: 'Of the customers with a valid order in the period (neither canceled nor unavailable), the share with valid orders on two or more distinct days in it. Split orders of one basket are one day, not loyalty.',
    zh: '统计期内有有效订单（未取消、非无货）的顾客中，期内在两个及以上不同日期有有效订单的占比。同日拆单只算一天，不算忠诚。',
  },
  numerator: { en: 'customers with valid orders on two or more days', zh: '在两个及以上日期有有效订单的顾客数' },
  denominator: { en: 'customers with a valid order in the period', zh: '期内有有效订单的顾客数' },
  fact: orders,
  clock: 'order',
  needs: ['orders.customers'],
  kind: 'repeat',
  chain: 'valid_day',
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
