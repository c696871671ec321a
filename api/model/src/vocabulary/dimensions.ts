import { delayBuckets, firstOrRepeatLabels, latenessLabels, orderStatuses, paymentMethods } from './orders.ts';
import type { LocalizedText } from './text.ts';

export interface DimensionDefinition {
  title: LocalizedText;
  /** The column of journey.order_journey (many-valued: an array of codes, without nulls). */
  column: string;
  /** Many-valued: an order counts once in each value it carries. `money` is the parallel array of minor units per value. */
  many?: { money: string };
  /** Codes that are known beforehand, in the order a reader expects. Other codes are looked up in core, or shown as they are. */
  values?: Readonly<Record<string, LocalizedText>>;
}

/** What a figure can be cut by. The code `''` stands for the orders that carry no value. */
export const dimensions = {
  SHOP: { title: { en: 'Shop', zh: '店铺' }, column: 'shop' },
  REGION: { title: { en: 'Region', zh: '地区' }, column: 'region_code' },
  ORDER_STATUS: { title: { en: 'Order status', zh: '订单状态' }, column: 'status', values: orderStatuses },
  LATE: { title: { en: 'Delivered late', zh: '是否晚到' }, column: 'lateness', values: latenessLabels },
  DELAY_BUCKET: {
    title: { en: 'Days against the promise', zh: '与承诺日相差' },
    column: 'delay_bucket',
    values: delayBuckets,
  },
  FIRST_OR_REPEAT: {
    title: { en: 'First or repeat order', zh: '首单或复购单' },
    column: 'first_or_repeat',
    values: firstOrRepeatLabels,
  },
  CATEGORY: { title: { en: 'Category', zh: '品类' }, column: 'categories', many: { money: 'category_minor' } },
  MERCHANT: { title: { en: 'Merchant', zh: '商家' }, column: 'merchants', many: { money: 'merchant_minor' } },
  PAYMENT_METHOD: {
    title: { en: 'Payment method', zh: '支付方式' },
    column: 'payment_methods',
    many: { money: 'payment_method_minor' },
    values: paymentMethods,
  },
} as const satisfies Record<string, DimensionDefinition>;

export type Dimension = keyof typeof dimensions;
export const dimensionNames = Object.keys(dimensions) as Dimension[];

/** How the orders without a value are called. */
export const noValueLabel: LocalizedText = { en: 'None', zh: '无' };
