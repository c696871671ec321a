import { defineMetric, money } from '../grammar.ts';
import { orders } from '../facts.ts';
import { sql } from '../sql.ts';

export const gmv = defineMetric({
  id: 'GMV',
  area: 'DEMAND',
  version: 1,
  since: '2026-01-01',
  owner: 'commerce',
  title: { en: 'Gross merchandise value', zh: '成交总额（GMV）' },
  description: {
    en: 'Price plus freight of all items ordered in the period, canceled orders included. An order without items brings 0.',
    zh: '统计期内所订全部商品的价格加运费之和，含已取消订单。没有商品明细的订单计 0。',
  },
  numerator: { en: 'price + freight of all items', zh: '全部商品的价格与运费之和' },
  fact: orders,
  clock: 'order',
  needs: ['order_items'],
  kind: 'sum',
  amount: { value: sql`j.items_minor + j.freight_minor`, within: ['CATEGORY', 'MERCHANT'] },
  unit: money,
  better: 'higher',
  minSample: 1,
  maturesAfterDays: 0,
  notes: [
    {
      en: 'By category or merchant only their own items count, so slices add up; by payment method the whole order counts in each method.',
      zh: '按品类或商家拆分时只计其自身商品，各项可相加；按支付方式拆分时整单计入每种方式。',
    },
    { en: 'Amounts of several currencies are never added.', zh: '不同币种的金额从不相加。' },
  ],
});
