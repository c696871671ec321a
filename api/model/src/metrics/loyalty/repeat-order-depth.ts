import { defineMetric, percent } from '../grammar.ts';
import { orders } from '../facts.ts';

const depth = <const Id extends string>(id: Id, least: number) =>
  defineMetric({
    id,
    area: 'LOYALTY',
    version: 1,
    since: '2026-01-01',
    owner: 'loyalty',
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
    fact: orders,
    clock: 'firstOrder',
    needs: ['orders.customers'],
    kind: 'depth',
    orders: least,
    unit: percent(2),
    better: 'higher',
    minSample: 100,
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

export const repeatOrderDepth2 = depth('REPEAT_ORDER_DEPTH_2', 2);
export const repeatOrderDepth3 = depth('REPEAT_ORDER_DEPTH_3', 3);
export const repeatOrderDepth5 = depth('REPEAT_ORDER_DEPTH_5', 5);
