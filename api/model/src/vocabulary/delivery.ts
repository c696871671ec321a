import type { LocalizedText } from './text.ts';

/** How fast a delivery was promised. */
export const serviceLevels = {
  same_day: { en: 'Same day', zh: '当日达' },
  next_day: { en: 'Next day', zh: '次日达' },
  standard: { en: 'Standard', zh: '标准配送' },
  slot: { en: 'Timed slot', zh: '预约时段' },
} as const satisfies Record<string, LocalizedText>;

export const deliveryOptions = {
  door: { en: 'To the door', zh: '送货上门' },
  locker: { en: 'Parcel locker', zh: '快递柜' },
  station: { en: 'Pick-up point', zh: '驿站自提' },
  installation: { en: 'Delivered and installed', zh: '送装一体' },
} as const satisfies Record<string, LocalizedText>;

export const protections = {
  none: { en: 'None', zh: '无防护' },
  padded: { en: 'Padded', zh: '加缓冲' },
  fragile: { en: 'Handled as fragile', zh: '易碎品保护' },
} as const satisfies Record<string, LocalizedText>;

export const packagings = {
  carton: { en: 'Carton', zh: '纸箱' },
  plastic: { en: 'Plastic', zh: '塑料袋' },
  recycled: { en: 'Recycled', zh: '再生包装' },
  reused: { en: 'Reused', zh: '循环包装' },
} as const satisfies Record<string, LocalizedText>;

/** What may happen to a parcel on its way, in the order of a journey. */
export const trackingEventKinds = {
  picked_up: { en: 'Picked up', zh: '已揽收' },
  arrived: { en: 'Arrived at a hub', zh: '到达中转' },
  departed: { en: 'Left a hub', zh: '离开中转' },
  out_for_delivery: { en: 'Out for delivery', zh: '派送中' },
  attempt_failed: { en: 'Delivery attempt failed', zh: '派送未成功' },
  delivered: { en: 'Delivered', zh: '已签收' },
  damaged: { en: 'Damaged', zh: '破损' },
  lost: { en: 'Lost', zh: '丢失' },
  delayed: { en: 'Delayed', zh: '延误' },
  returned: { en: 'Sent back', zh: '退回' },
} as const satisfies Record<string, LocalizedText>;

export const parcelOutcomes = {
  lost: { en: 'Lost', zh: '丢失' },
  returned: { en: 'Sent back', zh: '退回' },
  refused: { en: 'Refused at the door', zh: '拒收' },
} as const satisfies Record<string, LocalizedText>;

export const cancelCauses = {
  customer: { en: 'The customer’s wish', zh: '顾客取消' },
  out_of_stock: { en: 'Out of stock', zh: '缺货' },
  unpaid: { en: 'Not paid', zh: '未付款' },
  refused: { en: 'Refused at the door', zh: '拒收' },
  fraud: { en: 'Fraud suspected', zh: '涉嫌欺诈' },
} as const satisfies Record<string, LocalizedText>;

export const paymentKinds = {
  full: { en: 'In full', zh: '全款' },
  deposit: { en: 'Deposit', zh: '定金' },
  balance: { en: 'Balance', zh: '尾款' },
  cash_on_delivery: { en: 'Cash on delivery', zh: '货到付款' },
} as const satisfies Record<string, LocalizedText>;
