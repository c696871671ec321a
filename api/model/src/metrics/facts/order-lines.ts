import { sql } from '../sql.ts';
import { eventDay, goods, ofOrder, orderDay, wholeBasket, type Fact } from './fact.ts';

const { LATE: _, ...ofPayment } = ofOrder;

export const payments = {
  name: 'payments',
  rows: { en: 'payment attempts', zh: '支付尝试' },
  feeds: ['payments'],
  relation: 'journey.payment_facts',
  id: 'payment_id',
  customer: { column: 'customer_id', known: sql`j.identified` },
  clocks: {
    attempted: eventDay('attempted_on', 'the day of the attempt', '支付尝试日'),
    order: orderDay(),
    chargedBack: eventDay('charged_back_on', 'the day the money was charged back', '拒付日'),
  },
  dimensions: {
    ...ofPayment,
    ...wholeBasket,
    PAYMENT_METHOD: { column: 'payment_method' },
    PAYMENT_KIND: { column: 'kind' },
    ORIGIN: { column: 'origin' },
  },
  rolledUp: { by: ['PAYMENT_METHOD', 'PAYMENT_KIND', 'REGION', 'FIRST_OR_REPEAT'] },
} as const satisfies Fact;

export const items = {
  name: 'items',
  rows: { en: 'order lines', zh: '订单行' },
  feeds: ['order_items'],
  relation: 'journey.item_facts',
  id: 'item_id',
  customer: { column: 'customer_id', known: sql`j.identified` },
  clocks: { order: orderDay(), delivered: eventDay('delivered_on', 'the day the order was delivered', '订单签收日') },
  dimensions: {
    ...ofOrder,
    ...goods,
    ORDER_STATUS: { column: 'status' },
    CARRIER: { column: 'carrier_code' },
    ORIGIN: { column: 'origin' },
  },
  rolledUp: { by: ['REGION', 'CATEGORY', 'CARRIER', 'FIRST_OR_REPEAT'], byMonth: ['MERCHANT'] },
} as const satisfies Fact;

export const costs = {
  name: 'costs',
  rows: { en: 'costs', zh: '费用' },
  feeds: ['costs'],
  relation: 'journey.cost_facts',
  id: 'cost_id',
  clocks: { spent: eventDay('spent_on', 'the day the money was spent', '支出日') },
  dimensions: { SHOP: { column: 'shop' }, COST_KIND: { column: 'kind' }, ORIGIN: { column: 'origin' } },
  rolledUp: { by: ['COST_KIND', 'ORIGIN'], changedBy: ['costs'] },
} as const satisfies Fact;
