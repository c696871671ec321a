import { sql } from '../sql.ts';
import { eventDay, type Fact } from './fact.ts';

export const visits = {
  name: 'visits',
  rows: { en: 'visits', zh: '访问' },
  feeds: ['touchpoints'],
  relation: 'journey.visit_journey',
  id: 'visit_id',
  // A visitor who is not known yet counts as a person of its own.
  customer: { column: 'customer_id' },
  clocks: { visited: eventDay('visited_on', 'the day the visit began', '访问日') },
  dimensions: {
    SHOP: { column: 'shop' },
    ORIGIN: { column: 'origin' },
    DISPLAYED_RATING: { column: 'highest_rating_seen', as: 'cast' },
  },
  rolledUp: { by: ['ORIGIN', 'DISPLAYED_RATING'] },
} as const satisfies Fact;

export const productViews = {
  name: 'productViews',
  rows: { en: 'products seen in a visit', zh: '访问中浏览的商品' },
  feeds: ['touchpoints'],
  relation: 'journey.product_view_facts',
  clocks: { viewed: eventDay('viewed_on', 'the day the product was seen', '浏览日') },
  dimensions: {
    SHOP: { column: 'shop' },
    ORIGIN: { column: 'origin' },
    DISPLAYED_RATING: { column: 'rating', as: 'cast' },
    PRODUCT: { column: 'product_external_id' },
    CATEGORY: { column: 'category_code' },
    MERCHANT: { column: 'merchant_external_id' },
    REVIEWS_READ: { column: 'reviews_viewed', as: 'cast' },
  },
} as const satisfies Fact;

export const pages = {
  name: 'pages',
  rows: { en: 'pages whose loading was measured', zh: '已测加载时长的页面' },
  feeds: ['touchpoints'],
  relation: 'journey.page_facts',
  id: 'touch_id',
  customer: { column: 'customer_id', known: sql`j.identified` },
  clocks: { loaded: eventDay('occurred_on', 'the day the page was loaded', '页面加载日') },
  dimensions: { SHOP: { column: 'shop' }, ORIGIN: { column: 'origin' } },
  rolledUp: { by: ['ORIGIN'] },
} as const satisfies Fact;
