import type { LocalizedText } from '@rapport/model/vocabulary';
import { orderOddities } from '../orders/index.ts';
import { reviewOddities } from '../reviews/index.ts';

interface OddityDefinition {
  title: LocalizedText;
  /** Counts the odd things; `shop` is a condition on the column `shop` of the relation called by its alias. */
  count: (ofShop: (alias: string) => string) => string;
}

const orders =
  (condition: string): OddityDefinition['count'] =>
  (ofShop) =>
    `select count(*) from journey.order_journey j where ${ofShop('j')} and (${condition})`;
const reviews =
  (what: string, condition: string): OddityDefinition['count'] =>
  (ofShop) =>
    `select count(${what}) from core.reviews v join journey.order_journey j on j.customer_id = v.customer_id and j.order_id = v.order_id
   where v.deleted_at is null and ${ofShop('v')} and (${condition})`;

/** What is odd in the data as delivered. Those on orders and reviews use the conditions by which their rows can be listed. */
export const oddities = {
  REVIEW_IDS_ON_SEVERAL_ORDERS: {
    title: { en: 'Review ids linked to several orders', zh: '关联多个订单的评价编号' },
    count: reviews('distinct (v.shop, v.review_ref)', reviewOddities.SHARED_REVIEW_ID),
  },
  ORDERS_WITH_SEVERAL_REVIEWS: {
    title: { en: 'Orders with several reviews', zh: '有多条评价的订单' },
    count: orders(orderOddities.SEVERAL_REVIEWS),
  },
  ORDERS_WITHOUT_REVIEW: {
    title: { en: 'Orders without a review', zh: '无评价的订单' },
    count: orders(orderOddities.WITHOUT_REVIEW),
  },
  MULTI_LINE_COMMENTS: {
    title: { en: 'Comments with line breaks', zh: '含换行的评价内容' },
    count: reviews('*', reviewOddities.MULTI_LINE_MESSAGE),
  },
  DELIVERED_BEFORE_HANDED_OVER: {
    title: { en: 'Delivered before handed to the carrier', zh: '送达早于交付承运商的订单' },
    count: orders(orderOddities.DELIVERED_BEFORE_HANDED_OVER),
  },
  ORDERS_WITHOUT_ITEMS: {
    title: { en: 'Orders without items', zh: '无明细的订单' },
    count: orders(orderOddities.WITHOUT_ITEMS),
  },
  ORDERS_WITHOUT_PAYMENT: {
    title: { en: 'Orders without a payment', zh: '无付款的订单' },
    count: orders(orderOddities.WITHOUT_PAYMENT),
  },
  DELIVERED_WITHOUT_DATE: {
    title: { en: '“Delivered” without a date', zh: '标记送达但无日期的订单' },
    count: orders(orderOddities.DELIVERED_WITHOUT_DATE),
  },
  PRODUCTS_WITHOUT_CATEGORY: {
    title: { en: 'Products without a category', zh: '无品类的商品' },
    count: (ofShop) =>
      `select count(*) from core.products p where ${ofShop('p')} and p.deleted_at is null and not p.inferred and p.category_code is null`,
  },
  CATEGORIES_WITHOUT_TRANSLATION: {
    title: { en: 'Categories without a translation', zh: '无译名的品类' },
    count: (ofShop) =>
      `select count(*) from core.categories c where ${ofShop('c')} and (c.inferred or c.label_en is null)`,
  },
  REVIEWS_WITHOUT_TIMES: {
    title: { en: 'Reviews without a time', zh: '缺少时间的评价' },
    count: reviews('*', reviewOddities.WITHOUT_TIMES),
  },
} as const satisfies Record<string, OddityDefinition>;

export type OddityCode = keyof typeof oddities;
