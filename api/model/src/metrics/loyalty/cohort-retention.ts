import { defineMetric, percent } from '../grammar.ts';
import { orders } from '../facts.ts';

const retention = <const Id extends string>(id: Id, month: number) =>
  defineMetric({
    id,
    area: 'LOYALTY',
    version: 1,
    since: '2026-01-01',
    owner: 'loyalty',
    title: { en: `Retention in month ${month}`, zh: `第 ${month} 月留存率` },
    description: {
      en: `Of the customers whose first valid order lies in the period, the share with a valid order in calendar month ${month} after the month of the first. Counted once that month is over: a month that has not happened is unknown, not zero.`,
      zh: `首个有效订单在统计期内的顾客中，在首单月之后第 ${month} 个自然月内有有效订单的占比。该月结束后才计入：尚未到来的月份是未知，而非零。`,
    },
    numerator: { en: `of them, who bought in month ${month}`, zh: `其中第 ${month} 个月有购买的顾客数` },
    denominator: { en: `first-time customers whose month ${month} is over`, zh: `第 ${month} 个月已结束的首购顾客数` },
    fact: orders,
    clock: 'firstOrder',
    needs: ['orders.customers'],
    kind: 'retention',
    month,
    unit: percent(2),
    better: 'higher',
    minSample: 100,
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

export const cohortRetentionM1 = retention('COHORT_RETENTION_M1', 1);
export const cohortRetentionM2 = retention('COHORT_RETENTION_M2', 2);
export const cohortRetentionM3 = retention('COHORT_RETENTION_M3', 3);
export const cohortRetentionM6 = retention('COHORT_RETENTION_M6', 6);
export const cohortRetentionM12 = retention('COHORT_RETENTION_M12', 12);
