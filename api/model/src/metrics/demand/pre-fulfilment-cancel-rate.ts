import { orderDefects } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { official } from '../provenance.ts';
import { sql } from '../sql.ts';

export const preFulfilmentCancelRate = defineMetric({
  id: 'PRE_FULFILMENT_CANCEL_RATE',
  area: 'DEMAND',
  version: 1,
  since: '2026-01-01',
  owner: 'commerce',
  title: { en: 'Pre-fulfilment cancellations', zh: '发货前取消率' },
  description: {
    en: 'Of the orders placed in the period, the share the seller canceled before hand-over: for want of stock, for suspicion of fraud, or of status unavailable. Cancellations by the customer, unpaid and refused orders are not in it.',
    zh: '统计期内下单的订单中，发货前由卖家取消的占比：缺货、风控取消或状态为无货。顾客取消、未支付关闭和拒收不计入。',
  },
  numerator: { en: 'orders canceled by the seller before hand-over', zh: '发货前由卖家取消的订单数' },
  denominator: { en: 'orders placed', zh: '下单数' },
  fact: orderDefects,
  clock: 'order',
  needs: ['orders.canceled_by_seller'],
  kind: 'ratio',
  part: { where: sql`j.canceled_by_seller and (j.handed_over_at is null or j.canceled_at < j.handed_over_at)` },
  whole: 'every row',
  unit: percent(2),
  better: 'lower',
  target: { atMost: 0.025 },
  minSample: 30,
  maturesAfterDays: 15,
  notes: [
    official('Amazon', '亚马逊'),
    {
      en: 'The target of less than 2.5 % is quoted by a third party; not checked against Amazon’s own document.',
      zh: '2.5% 的目标值转引自第三方，未与亚马逊原始文件核对。',
    },
  ],
});
