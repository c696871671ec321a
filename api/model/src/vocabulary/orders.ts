import type { LocalizedText } from './text.ts';

/** Codes as they stand in core.orders.status. An order that is neither canceled nor unavailable is *valid*. */
export const orderStatuses = {
  created: { en: 'Created', zh: '已创建' },
  approved: { en: 'Approved', zh: '已确认' },
  invoiced: { en: 'Invoiced', zh: '已开票' },
  processing: { en: 'Processing', zh: '备货中' },
  shipped: { en: 'Shipped', zh: '已发货' },
  delivered: { en: 'Delivered', zh: '已送达' },
  canceled: { en: 'Canceled', zh: '已取消' },
  unavailable: { en: 'Unavailable', zh: '无货' },
} as const satisfies Record<string, LocalizedText>;
export type OrderStatus = keyof typeof orderStatuses;
export const invalidOrderStatuses: readonly OrderStatus[] = ['canceled', 'unavailable'];

/** How an order ended against its promise; compares days, never hours. */
export const latenessLabels = {
  late: { en: 'Delivered late', zh: '晚到' },
  on_time: { en: 'Delivered on time', zh: '准时送达' },
  not_delivered: { en: 'Not delivered', zh: '未送达' },
  no_promise: { en: 'Delivered without a promise', zh: '送达但无承诺日' },
} as const satisfies Record<string, LocalizedText>;
export type Lateness = keyof typeof latenessLabels;

/** Days between the promised and the real day, in the order a reader expects: earliest first. */
export const delayBuckets = {
  early_8: { en: '8+ days early', zh: '提前 8 天以上' },
  early_1_7: { en: '1–7 days early', zh: '提前 1–7 天' },
  on_day: { en: 'On the day', zh: '当天' },
  late_1_3: { en: '1–3 days late', zh: '晚 1–3 天' },
  late_4_7: { en: '4–7 days late', zh: '晚 4–7 天' },
  late_8: { en: '8+ days late', zh: '晚 8 天以上' },
  not_delivered: { en: 'Not delivered', zh: '未送达' },
  no_promise: { en: 'No promise', zh: '无承诺日' },
} as const satisfies Record<string, LocalizedText>;
export type DelayBucket = keyof typeof delayBuckets;

export const firstOrRepeatLabels = {
  first: { en: 'First order', zh: '首单' },
  repeat: { en: 'Repeat order', zh: '复购单' },
} as const satisfies Record<string, LocalizedText>;

/** Payment methods known by name; a method no one has named yet is shown by its code. */
export const paymentMethods: Readonly<Record<string, LocalizedText>> = {
  credit_card: { en: 'Credit card', zh: '信用卡' },
  debit_card: { en: 'Debit card', zh: '借记卡' },
  boleto: { en: 'Boleto', zh: 'Boleto 票据' },
  voucher: { en: 'Voucher', zh: '代金券' },
  not_defined: { en: 'Not defined', zh: '未定义' },
  alipay: { en: 'Alipay', zh: '支付宝' },
  wechat_pay: { en: 'WeChat Pay', zh: '微信支付' },
  bank_card: { en: 'Bank card', zh: '银行卡' },
  cash_on_delivery: { en: 'Cash on delivery', zh: '货到付款' },
};
