import { orderDefects } from '../facts.ts';
import { defineMetric, percent } from '../grammar.ts';
import { official } from '../provenance.ts';
import { sql } from '../sql.ts';

export const transactionDefectRate = defineMetric({
  id: 'TRANSACTION_DEFECT_RATE',
  area: 'DEMAND',
  version: 1,
  since: '2026-01-01',
  owner: 'commerce',
  title: { en: 'Transaction defect rate', zh: '交易缺陷率' },
  description: {
    en: 'Of the orders placed in the period, the share the seller canceled, or whose dispute the platform decided for the customer because the seller had not settled it. An order counts once.',
    zh: '统计期内下单的订单中，由卖家取消、或卖家未能解决而由平台判定支持顾客的占比。每单最多计一次。',
  },
  numerator: { en: 'orders with such a defect', zh: '有缺陷的订单数' },
  denominator: { en: 'orders placed', zh: '下单数' },
  fact: orderDefects,
  clock: 'order',
  needs: ['orders.canceled_by_seller', 'returns.decided_for'],
  kind: 'ratio',
  part: { where: sql`j.canceled_by_seller or j.lost_at_platform` },
  whole: 'every row',
  unit: percent(2),
  better: 'lower',
  target: { atMost: 0.02 },
  minSample: 30,
  maturesAfterDays: 60,
  notes: [
    official('eBay', 'eBay '),
    {
      en: 'eBay evaluates on the 20th of each month: at most 0.5 % for Top Rated, 2 % (the target here) for standard.',
      zh: 'eBay 每月 20 日评定：优秀评级不超过 0.5%，合格不超过 2%（此处目标值）。',
    },
  ],
});
