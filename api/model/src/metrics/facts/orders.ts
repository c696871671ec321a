import { sql } from '../sql.ts';
import { eventDay, ofOrder, orderDay, wholeBasket, type Fact } from './fact.ts';

export const orders = {
  name: 'orders',
  rows: { en: 'orders', zh: '订单' },
  feeds: ['orders'],
  relation: 'journey.order_journey',
  id: 'order_id',
  customer: { column: 'customer_id', known: sql`j.identified` },
  clocks: {
    order: orderDay(),
    delivered: eventDay('delivered_on', 'the day the order was delivered', '订单签收日'),
    due: {
      dated: 'DUE_DATED',
      meaning: { en: 'the day the order was promised for', zh: '承诺送达日' },
      day: 'promised_on',
      eligible: sql`j.valid and j.promised_on is not null`,
      upToAsOf: true,
    },
    firstOrder: {
      dated: 'FIRST_ORDER_DATED',
      meaning: { en: 'the day of the customer’s first valid order', zh: '顾客首个有效订单日' },
      day: 'ordered_on',
      eligible: sql`j.identified and j.valid_first_of_day and j.valid_prev_on is null`,
      upToAsOf: false,
    },
  },
  dimensions: {
    SHOP: { column: 'shop' },
    REGION: { column: 'region_code' },
    ORDER_STATUS: { column: 'status' },
    LATE: { column: 'lateness' },
    DELAY_BUCKET: { column: 'delay_bucket' },
    FIRST_OR_REPEAT: { column: 'first_or_repeat' },
    CATEGORY: { column: 'categories', as: 'array', money: 'category_minor' },
    MERCHANT: { column: 'merchants', as: 'array', money: 'merchant_minor' },
    PAYMENT_METHOD: { column: 'payment_methods', as: 'array', money: 'payment_method_minor' },
    SERVICE_LEVEL: { column: 'service_level' },
    CARRIER: { column: 'carrier_code' },
    STATION: { column: 'station_code' },
    DELIVERY_OPTION: { column: 'delivery_option' },
    CANCEL_CAUSE: { column: 'cancel_cause' },
    PAYMENT_ATTEMPTS: { column: 'payment_attempts', as: 'cast' },
    FAILURE: { column: 'failures', as: 'array' },
    ORIGIN: { column: 'origin' },
    TIER: { column: 'tier' },
    LOYALTY: { column: 'loyalty' },
    REVIEWS_READ: { column: 'reviews_read', as: 'cast' },
    PEAK: { column: 'peak' },
  },
  rolledUp: {
    by: ['REGION', 'ORDER_STATUS', 'LATE', 'DELAY_BUCKET', 'FIRST_OR_REPEAT', 'CATEGORY', 'PAYMENT_METHOD'],
    byMonth: ['MERCHANT'],
  },
} as const satisfies Fact;

/** The same orders, with what counts as a defect of them: dearer to read, so beside them. */
export const orderDefects = {
  name: 'orderDefects',
  rows: { en: 'orders', zh: '订单' },
  feeds: ['orders'],
  relation: 'journey.order_defects',
  id: 'order_id',
  customer: { column: 'customer_id', known: sql`j.identified` },
  clocks: { order: orderDay() },
  dimensions: {
    ...ofOrder,
    ...wholeBasket,
    ORDER_STATUS: { column: 'status' },
    CARRIER: { column: 'carrier_code' },
    CANCEL_CAUSE: { column: 'cancel_cause' },
    FAILURE: { column: 'failures', as: 'array' },
    ORIGIN: { column: 'origin' },
  },
  rolledUp: { by: ['REGION', 'ORDER_STATUS', 'CARRIER', 'CATEGORY', 'FIRST_OR_REPEAT'], byMonth: ['MERCHANT'] },
} as const satisfies Fact;

export const buyingDays = {
  name: 'buyingDays',
  rows: { en: 'days on which a customer bought', zh: '顾客的购买日' },
  feeds: ['orders'],
  relation: 'journey.buying_days',
  id: 'order_id',
  customer: { column: 'customer_id' },
  clocks: { order: orderDay() },
  dimensions: {
    ...ofOrder,
    ...wholeBasket,
    FAILURE: { column: 'failures', as: 'array' },
    ORIGIN: { column: 'origin' },
  },
  rolledUp: { by: ['REGION', 'FIRST_OR_REPEAT', 'TIER'], changesOn: ['ordered_on + 90'] },
} as const satisfies Fact;
