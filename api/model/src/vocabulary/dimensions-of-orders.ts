import { failures } from './after-sale.ts';
import { hours, peaks, weekdays } from './calendar.ts';
import { cancelCauses, deliveryOptions, packagings, paymentKinds, protections, serviceLevels } from './delivery.ts';
import type { DimensionDefinition } from './dimension-definition.ts';
import { promiseRules, violations } from './feed-codes.ts';
import { delayBuckets, firstOrRepeatLabels, latenessLabels, orderStatuses, paymentMethods } from './orders.ts';

/** Orders, goods, payment, delivery, and when something happened. */
export const dimensionsOfOrders = {
  SHOP: { title: { en: 'Shop', zh: '店铺' }, description: { en: 'The shop that sold.', zh: '售出的店铺。' } },
  REGION: {
    title: { en: 'Region', zh: '地区' },
    description: { en: 'Where the order ships to, frozen at order time.', zh: '下单时的收货地区。' },
  },
  ORDER_STATUS: {
    title: { en: 'Order status', zh: '订单状态' },
    description: { en: 'The order’s status as last delivered.', zh: '订单最近一次同步的状态。' },
    values: orderStatuses,
  },
  LATE: {
    title: { en: 'Delivered late', zh: '是否晚到' },
    description: {
      en: 'Delivered late, on time, not delivered, or without a promise; days are compared, never hours.',
      zh: '晚到、准时、未送达或无承诺日；按日比较，不按小时。',
    },
    values: latenessLabels,
  },
  DELAY_BUCKET: {
    title: { en: 'Days against the promise', zh: '与承诺日相差' },
    description: {
      en: 'Days between the promised and the real day, in groups.',
      zh: '承诺日与实际日相差的天数，分组。',
    },
    values: delayBuckets,
  },
  FIRST_OR_REPEAT: {
    title: { en: 'First or repeat order', zh: '首单或复购单' },
    description: {
      en: 'Whether the customer had an earlier order, of any status.',
      zh: '顾客此前是否下过订单（不论状态）。',
    },
    values: firstOrRepeatLabels,
  },
  CATEGORY: {
    title: { en: 'Category', zh: '品类' },
    description: {
      en: 'Category of the products in the order; an order counts once in each, so slices do not add up.',
      zh: '订单内商品的品类；订单在每个品类中各计一次，各切片之和不等于合计。',
    },
  },
  MERCHANT: {
    title: { en: 'Merchant', zh: '商家' },
    description: {
      en: 'Merchant of the items in the order; an order counts once in each, so slices do not add up.',
      zh: '订单内商品的商家；订单在每个商家中各计一次，各切片之和不等于合计。',
    },
  },
  PAYMENT_METHOD: {
    title: { en: 'Payment method', zh: '支付方式' },
    description: {
      en: 'How the order was paid; an order counts once in each method, so slices do not add up.',
      zh: '订单的支付方式；订单在每种方式中各计一次，各切片之和不等于合计。',
    },
    values: paymentMethods,
  },
  PAYMENT_KIND: {
    title: { en: 'Kind of payment', zh: '付款类型' },
    description: { en: 'In full, deposit, balance, or cash on delivery.', zh: '全款、定金、尾款或货到付款。' },
    values: paymentKinds,
  },
  PAYMENT_ATTEMPTS: {
    title: { en: 'Payment attempts', zh: '支付尝试次数' },
    description: {
      en: 'How often payment was tried, successful or not.',
      zh: '订单尝试支付的次数，不论成败。',
    },
  },
  CANCEL_CAUSE: {
    title: { en: 'Cause of cancellation', zh: '取消原因' },
    description: { en: 'Why the order was cancelled.', zh: '订单因何取消。' },
    values: cancelCauses,
  },
  SERVICE_LEVEL: {
    title: { en: 'Service level', zh: '配送时效' },
    description: {
      en: 'How fast the delivery was sold: same day, next day, slot, standard.',
      zh: '下单时承诺的配送时效。',
    },
    values: serviceLevels,
  },
  PROMISE_RULE: {
    title: { en: 'Rule of the promise', zh: '承诺规则' },
    description: { en: 'How the promised moment follows from the order.', zh: '承诺时间由下单推算的规则。' },
    values: promiseRules,
  },
  CARRIER: {
    title: { en: 'Carrier', zh: '承运商' },
    description: { en: 'Who carried the parcel.', zh: '承运包裹的公司。' },
  },
  STATION: {
    title: { en: 'Courier station', zh: '配送网点' },
    description: { en: 'The last place that handled the parcel before the door.', zh: '包裹上门前的最后一个网点。' },
  },
  DELIVERY_OPTION: {
    title: { en: 'Delivered to', zh: '收货方式' },
    description: {
      en: 'The door, a locker, a pick-up point, or delivered and installed.',
      zh: '上门、快递柜、驿站或送装一体。',
    },
    values: deliveryOptions,
  },
  PROTECTION: {
    title: { en: 'Protection', zh: '包装防护' },
    description: { en: 'How the parcel was protected against damage.', zh: '包裹的防破损措施。' },
    values: protections,
  },
  PACKAGING: {
    title: { en: 'Packaging', zh: '包装材料' },
    description: { en: 'What the parcel was packed in.', zh: '包裹所用的包装。' },
    values: packagings,
  },
  FAILURE: {
    title: { en: 'Failure', zh: '履约失误' },
    description: {
      en: 'What went wrong for the customer; a row counts once in each, so slices may not add up.',
      zh: '顾客遭遇的失误；一行可在多种失误中各计一次，各切片之和未必等于合计。',
    },
    values: failures,
  },
  VIOLATION: {
    title: { en: 'Violation', zh: '违规类型' },
    description: { en: 'What the merchant did against the rules.', zh: '商家违反的规则。' },
    values: violations,
  },
  PRODUCT: {
    title: { en: 'Product', zh: '商品' },
    description: { en: 'The product, by the shop’s own number.', zh: '商品（以店铺自己的编号标识）。' },
  },
  PEAK: {
    title: { en: 'Peak or normal', zh: '大促或平日' },
    description: {
      en: 'Whether the row’s day lies in a promotion or a holiday of the calendar.',
      zh: '当日是否处于大促或节假日。',
    },
    values: peaks,
  },
  HOUR: {
    title: { en: 'Hour', zh: '时段' },
    description: { en: 'Hour of the shop’s clock, 0 to 23.', zh: '店铺当地时间的小时，0 至 23。' },
    values: hours,
  },
  WEEKDAY: {
    title: { en: 'Weekday', zh: '星期' },
    description: { en: 'Day of the week, Monday 1 to Sunday 7.', zh: '星期几，周一为 1，周日为 7。' },
    values: weekdays,
  },
} as const satisfies Record<string, DimensionDefinition>;
