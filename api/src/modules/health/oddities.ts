import type { LocalizedText } from '@rapport/model/vocabulary';
import { orderOddities } from '../orders/index.ts';
import { reviewOddities } from '../reviews/index.ts';

const livingReviews = '(select * from core.reviews where deleted_at is null) v';

/** The rows among which oddities are counted, and whose they are; each relation is read once, whatever is counted in it. */
export const relations = {
  orders: { from: 'journey.order_journey j', shop: 'j.shop' },
  reviews: { from: livingReviews, shop: 'v.shop' },
  reviewIds: {
    // First and last differ: more than one. Unlike count(distinct) that needs no sort of every review.
    from: `(select v.shop, min(v.order_id::text) <> max(v.order_id::text) as shared from ${livingReviews} group by v.shop, v.review_ref) i`,
    shop: 'i.shop',
  },
  products: { from: '(select * from core.products where deleted_at is null and not inferred) p', shop: 'p.shop' },
  categories: { from: 'core.categories c', shop: 'c.shop' },
} as const;

interface OddityDefinition {
  title: LocalizedText;
  among: keyof typeof relations;
  /** What makes a row odd. */
  odd: string;
}

/** What is odd in the data as delivered. Those on orders and reviews use the conditions by which their rows can be listed. */
export const oddities = {
  REVIEW_IDS_ON_SEVERAL_ORDERS: {
    title: { en: 'Review ids linked to several orders', zh: '关联多个订单的评价编号' },
    among: 'reviewIds',
    odd: 'i.shared',
  },
  ORDERS_WITH_SEVERAL_REVIEWS: {
    title: { en: 'Orders with several reviews', zh: '有多条评价的订单' },
    among: 'orders',
    odd: orderOddities.SEVERAL_REVIEWS,
  },
  ORDERS_WITHOUT_REVIEW: {
    title: { en: 'Orders without a review', zh: '无评价的订单' },
    among: 'orders',
    odd: orderOddities.WITHOUT_REVIEW,
  },
  MULTI_LINE_COMMENTS: {
    title: { en: 'Comments with line breaks', zh: '含换行的评价内容' },
    among: 'reviews',
    odd: reviewOddities.MULTI_LINE_MESSAGE,
  },
  DELIVERED_BEFORE_HANDED_OVER: {
    title: { en: 'Delivered before handed to the carrier', zh: '送达早于交付承运商的订单' },
    among: 'orders',
    odd: orderOddities.DELIVERED_BEFORE_HANDED_OVER,
  },
  ORDERS_WITHOUT_ITEMS: {
    title: { en: 'Orders without items', zh: '无明细的订单' },
    among: 'orders',
    odd: orderOddities.WITHOUT_ITEMS,
  },
  ORDERS_WITHOUT_PAYMENT: {
    title: { en: 'Orders without a payment', zh: '无付款的订单' },
    among: 'orders',
    odd: orderOddities.WITHOUT_PAYMENT,
  },
  DELIVERED_WITHOUT_DATE: {
    title: { en: '“Delivered” without a date', zh: '标记送达但无日期的订单' },
    among: 'orders',
    odd: orderOddities.DELIVERED_WITHOUT_DATE,
  },
  PRODUCTS_WITHOUT_CATEGORY: {
    title: { en: 'Products without a category', zh: '无品类的商品' },
    among: 'products',
    odd: 'p.category_code is null',
  },
  CATEGORIES_WITHOUT_TRANSLATION: {
    title: { en: 'Categories without a translation', zh: '无译名的品类' },
    among: 'categories',
    odd: 'c.inferred or c.label_en is null',
  },
  REVIEWS_WITHOUT_TIMES: {
    title: { en: 'Reviews without a time', zh: '缺少时间的评价' },
    among: 'reviews',
    odd: reviewOddities.WITHOUT_TIMES,
  },
} as const satisfies Record<string, OddityDefinition>;

export type OddityCode = keyof typeof oddities;
