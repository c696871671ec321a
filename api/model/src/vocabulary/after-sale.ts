import type { LocalizedText } from './text.ts';

/** What went wrong for the customer. */
export const failures = {
  late: { en: 'Late', zh: '延误' },
  damaged: { en: 'Damaged', zh: '破损' },
  lost: { en: 'Lost', zh: '丢失' },
  wrong_item: { en: 'Wrong item', zh: '发错货' },
  not_as_described: { en: 'Not as described', zh: '描述不符' },
  quality: { en: 'Poor quality', zh: '质量问题' },
  service: { en: 'Poor service', zh: '服务不佳' },
} as const satisfies Record<string, LocalizedText>;

export const returnKinds = {
  return: { en: 'Return', zh: '退货退款' },
  exchange: { en: 'Exchange', zh: '换货' },
  repair: { en: 'Repair', zh: '维修' },
  refund_only: { en: 'Refund without return', zh: '仅退款' },
} as const satisfies Record<string, LocalizedText>;

export const returnReasons = {
  no_reason: { en: 'No reason given', zh: '无理由' },
  quality: { en: 'Quality', zh: '质量问题' },
  not_as_described: { en: 'Not as described', zh: '描述不符' },
  damaged: { en: 'Damaged', zh: '破损' },
  wrong_item: { en: 'Wrong item', zh: '发错货' },
  size: { en: 'Size', zh: '尺码不合' },
  late: { en: 'Came too late', zh: '到货太晚' },
  counterfeit: { en: 'Counterfeit', zh: '假冒' },
  other: { en: 'Other', zh: '其他' },
} as const satisfies Record<string, LocalizedText>;

export const returnStatuses = {
  requested: { en: 'Requested', zh: '已申请' },
  approved: { en: 'Approved', zh: '已同意' },
  rejected: { en: 'Rejected', zh: '已拒绝' },
  shipped: { en: 'Sent back', zh: '已寄回' },
  received: { en: 'Received', zh: '已收货' },
  refunded: { en: 'Refunded', zh: '已退款' },
  completed: { en: 'Completed', zh: '已完成' },
  canceled: { en: 'Withdrawn', zh: '已撤销' },
} as const satisfies Record<string, LocalizedText>;

export const returnPolicies = {
  seven_day: { en: 'Seven days, no reason', zh: '七天无理由' },
  worry_free: { en: 'Worry-free', zh: '无忧售后' },
  warranty: { en: 'Warranty', zh: '保修' },
  goodwill: { en: 'Goodwill', zh: '协商' },
} as const satisfies Record<string, LocalizedText>;

export const compensationForms = {
  coupon: { en: 'Coupon', zh: '优惠券' },
  points: { en: 'Points', zh: '积分' },
  cash: { en: 'Cash', zh: '现金' },
} as const satisfies Record<string, LocalizedText>;

export const costKinds = {
  campaign: { en: 'Campaign', zh: '营销投放' },
  desk: { en: 'Service desk', zh: '客服人力' },
  packaging: { en: 'Packaging', zh: '包装' },
  other: { en: 'Other', zh: '其他' },
} as const satisfies Record<string, LocalizedText>;
