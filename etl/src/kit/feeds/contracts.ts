import { amount, buyer, code, contact, defineFeed, parent, value, type FeedContract } from './contract.ts';
import { feedNames, type FeedName } from './names.ts';

const labels = { label_en: value('text'), label_zh: value('text') };
const place = { region_code: code(), city: value('text'), zip_prefix: value('text') };
const positive = (field: string) => ({ reason: 'not_positive' as const, field, sql: `${field} > 0` });

const contracts: Record<FeedName, FeedContract> = {
  regions: defineFeed({ feed: 'regions', shape: 'code', concept: 'region', columns: labels }),
  categories: defineFeed({ feed: 'categories', shape: 'code', concept: 'category', columns: labels }),
  geolocations: defineFeed({
    feed: 'geolocations',
    shape: 'content',
    concept: 'geolocation',
    columns: {
      zip_prefix: value('text', { required: true }),
      latitude: value('double precision', { required: true }),
      longitude: value('double precision', { required: true }),
      city: value('text'),
      region_code: value('text'),
    },
    checks: [
      { reason: 'number_out_of_range', field: 'latitude', sql: 'latitude between -90 and 90' },
      { reason: 'number_out_of_range', field: 'longitude', sql: 'longitude between -180 and 180' },
    ],
  }),
  merchants: defineFeed({
    feed: 'merchants',
    shape: 'reference',
    concept: 'merchant',
    columns: { title: value('text'), ...place },
  }),
  products: defineFeed({
    feed: 'products',
    shape: 'reference',
    concept: 'product',
    columns: {
      title: value('text'),
      category_code: code(),
      name_length: value('integer'),
      description_length: value('integer'),
      photos: value('integer'),
      weight_g: value('integer'),
      length_cm: value('integer'),
      height_cm: value('integer'),
      width_cm: value('integer'),
    },
  }),
  customers: defineFeed({
    feed: 'customers',
    shape: 'customer',
    concept: 'customer',
    columns: {
      ...place,
      name: contact(),
      name_masked: value('text'),
      phone: contact(),
      phone_masked: value('text'),
      email: contact(),
    },
  }),
  orders: defineFeed({
    feed: 'orders',
    shape: 'order',
    concept: 'order',
    columns: {
      customer_ref: buyer(),
      status: value('text', { required: true }),
      ordered_at: value('timestamptz', { required: true }),
      approved_at: value('timestamptz'),
      promised_on: value('date'),
      ...place,
    },
    derived: { ordered_on: '(ordered_at at time zone {zone})::date', currency: '{currency}' },
    eventTime: 'ordered_at',
  }),
  order_items: defineFeed({
    feed: 'order_items',
    shape: 'child',
    concept: 'item',
    columns: {
      order_ref: parent('order', 'order_id', { required: true }),
      item_no: value('integer', { required: true }),
      product_ref: parent('product', 'product_id'),
      merchant_ref: parent('merchant', 'merchant_id'),
      quantity: value('integer', { fallback: '1' }),
      price: amount({ required: true }),
      freight: amount({ fallback: '0' }),
      ship_by: value('timestamptz'),
    },
    checks: [positive('item_no'), positive('quantity')],
  }),
  payments: defineFeed({
    feed: 'payments',
    shape: 'child',
    concept: 'payment',
    columns: {
      order_ref: parent('order', 'order_id', { required: true }),
      payment_no: value('integer', { required: true }),
      method: value('text', { required: true }),
      installments: value('integer', { fallback: '1' }),
      amount: amount({ required: true }),
      paid_at: value('timestamptz'),
    },
    checks: [positive('payment_no')],
  }),
  shipments: defineFeed({
    feed: 'shipments',
    shape: 'child',
    concept: 'shipment',
    columns: {
      order_ref: parent('order', 'order_id', { required: true }),
      carrier_code: value('text'),
      handed_over_at: value('timestamptz'),
      delivered_at: value('timestamptz'),
    },
    derived: { delivered_on: '(delivered_at at time zone {zone})::date' },
    eventTime: 'delivered_at',
  }),
  reviews: defineFeed({
    feed: 'reviews',
    shape: 'child',
    concept: 'review',
    columns: {
      order_ref: parent('order', 'order_id', { required: true }),
      review_ref: value('text', { required: true }),
      score: value('smallint', { required: true }),
      title: value('text'),
      message: value('text'),
      invited_at: value('timestamptz'),
      answered_at: value('timestamptz'),
    },
    checks: [{ reason: 'score_out_of_range', field: 'score', sql: 'score between 1 and 5' }],
    eventTime: 'answered_at',
  }),
};

export function contractOf(feed: FeedName): FeedContract {
  return contracts[feed];
}

/** Feeds whose rows hang on an order, in publishing order. */
export const childFeeds: readonly FeedContract[] = feedNames.map(contractOf).filter(({ shape }) => shape === 'child');
