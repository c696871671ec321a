import { orders } from '../facts.ts';
import { percent } from '../grammar.ts';

const ofFirstOrders = {
  area: 'LOYALTY',
  version: 1,
  since: '2026-01-01',
  owner: 'loyalty',
  fact: orders,
  clock: 'firstOrder',
  needs: ['orders.customers'],
  unit: percent(2),
  better: 'higher',
  minSample: 100,
} as const;

/** Retention in a calendar month after that of the first order. */
export const retention = (month: number) => ({
  ...ofFirstOrders,
  title: { en: `Retention in month ${month}`, zh: `首单后第 ${month} 个月留存率` },
  description: {
    en: `Of the customers whose first valid order lies in the period, the share with a valid order in calendar month ${month} after the month of the first. Counted once that month is over: a month that has not happened is unknown, not zero.`,
    zh: `首个有效订单在统计期内的顾客中，在首单月之后第 ${month} 个自然月内有有效订单的占比。该月结束后才计入：尚未到来的月份是未知，而非零。`,
  },
  numerator: { en: `of them, who bought in month ${month}`, zh: `其中第 ${month} 个月有购买的顾客数` },
  denominator: { en: `first-time customers whose month ${month} is over`, zh: `第 ${month} 个月已结束的首购顾客数` },
  kind: 'retention' as const,
  month,
  maturesAfterDays: 31 * month,
  notes: [
    {
      en: 'Each month stands alone: who buys in months 1 and 3 is not in month 2, so retention may rise again.',
      zh: '各月独立计算：第 1、3 月购买者不计入第 2 月，因此留存率可能回升。',
    },
    {
      en: 'Orders without a known buyer are left out; the answer says how many.',
      zh: '顾客身份未知的订单不计入，答案中会注明数量。',
    },
  ],
});

/** Customers with so many orders. */
export const depth = (least: number) => ({
  ...ofFirstOrders,
  title: { en: `Customers with ≥ ${least} orders`, zh: `复购深度 ≥${least} 单` },
  description: {
    en: `Of the customers whose first valid order lies in the period, the share with ${least} or more valid orders up to the last day loaded. It counts orders, not months in which somebody came back: it is no retention.`,
    zh: `首个有效订单在统计期内的顾客中，截至已载入的最后一日有效订单达到 ${least} 单及以上的占比。按订单计，而非按月是否再来：不是留存率。`,
  },
  numerator: {
    en: `of them, with ${least} or more valid orders by now`,
    zh: `其中至今有效订单不少于 ${least} 单的顾客数`,
  },
  denominator: { en: 'first-time customers', zh: '首购顾客数' },
  kind: 'depth' as const,
  orders: least,
  maturesAfterDays: 365,
  notes: [
    {
      en: 'Younger customers have had less time: compare cohorts of the same age.',
      zh: '越新的顾客时间越短：请比较同龄的顾客群。',
    },
    {
      en: 'A basket that was split into several orders counts as several; see REPEAT_PURCHASE_DAYS_RATE for days.',
      zh: '拆单按多单计；按购买日计请见 REPEAT_PURCHASE_DAYS_RATE。',
    },
  ],
});

/** Share back by a day, by Kaplan and Meier. */
export const shareBack = (byDay: number) => ({
  ...ofFirstOrders,
  title: { en: `Share back by day ${byDay}`, zh: `${byDay} 日回购占比` },
  description: {
    en: `Of the customers whose first valid order day lies in the period, the estimated share with another valid order day within ${byDay} days: 1 − S(${byDay}) of Kaplan and Meier. Customers who have been seen for less than ${byDay} days count for as long as they have been seen. Known once one of them who had not come back before has been seen on day ${byDay}, or once all are back; until then unknown, not zero.`,
    zh: `首个有效订单日在统计期内的顾客中，${byDay} 天内再次在另一日有有效订单的估计占比：Kaplan–Meier 的 1 − S(${byDay})。观察未满 ${byDay} 天的顾客按已观察的天数计入。须有此前未回购的顾客观察满 ${byDay} 天，或全部顾客均已回购，才有数值；在此之前为未知，而非零。`,
  },
  numerator: { en: `estimated to be back by day ${byDay}`, zh: `估计 ${byDay} 天内回购的顾客` },
  denominator: {
    en: 'first-time customers, those still under observation included',
    zh: '首购顾客数（含仍在观察期内的顾客）',
  },
  kind: 'survival' as const,
  byDay,
  maturesAfterDays: byDay,
  notes: [
    {
      en: 'Product-limit estimate (Kaplan, Meier 1958); 95 % interval by Greenwood’s variance on the log(−log S) scale (Kalbfleisch, Prentice 1980).',
      zh: '乘积限估计（Kaplan、Meier，1958）；95% 区间用 Greenwood 方差，取 log(−log S) 变换（Kalbfleisch、Prentice，1980）。',
    },
    {
      en: 'The curve and, where half are back, the median are in the query survival.',
      zh: '曲线以及（半数已回购时的）中位数见 survival 查询。',
    },
  ],
});
