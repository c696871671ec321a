import { defineMetric, percent } from '../grammar.ts';
import { orders } from '../facts.ts';

const shareBack = <const Id extends string>(id: Id, byDay: number) =>
  defineMetric({
    id,
    area: 'LOYALTY',
    version: 1,
    since: '2026-01-01',
    owner: 'loyalty',
    title: { en: `Share back by day ${byDay}`, zh: `${byDay} 日回购占比` },
    description: {
      en: `Of the customers whose first valid order day lies in the period, the estimated share with another valid order day within ${byDay} days: 1 − S(${byDay}) of Kaplan and Meier. Customers who have been seen for less than ${byDay} days count for as long as they have been seen. Unknown until one of them has been seen for ${byDay} days.`,
      zh: `首个有效订单日在统计期内的顾客中，${byDay} 天内再次在另一日有有效订单的估计占比：Kaplan–Meier 的 1 − S(${byDay})。观察未满 ${byDay} 天的顾客按已观察的天数计入。尚无顾客观察满 ${byDay} 天时为未知。`,
    },
    numerator: { en: `estimated to be back by day ${byDay}`, zh: `估计 ${byDay} 天内回购的顾客` },
    denominator: {
      en: 'first-time customers, those still under observation included',
      zh: '首购顾客数（含仍在观察期内的顾客）',
    },
    fact: orders,
    clock: 'firstOrder',
    needs: ['orders.customers'],
    kind: 'survival',
    byDay,
    unit: percent(2),
    better: 'higher',
    minSample: 100,
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

export const shareBack30d = shareBack('SHARE_BACK_30D', 30);
export const shareBack60d = shareBack('SHARE_BACK_60D', 60);
export const shareBack90d = shareBack('SHARE_BACK_90D', 90);
