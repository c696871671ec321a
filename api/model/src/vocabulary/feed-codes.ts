import type { LocalizedText } from './text.ts';

/** Codes that stand in feeds and cut no figure by themselves. */
export const paymentOutcomes = {
  succeeded: { en: 'Succeeded', zh: '支付成功' },
  failed: { en: 'Failed', zh: '支付失败' },
} as const satisfies Record<string, LocalizedText>;

export const promiseRules = {
  '211': { en: '211, by cut-off time', zh: '211 限时达' },
  same_day: { en: 'Same day', zh: '当日达' },
  next_day: { en: 'Next day', zh: '次日达' },
  slot: { en: 'Chosen slot', zh: '预约时段' },
  days: { en: 'A number of days', zh: '约定天数' },
} as const satisfies Record<string, LocalizedText>;

export const calendarKinds = {
  promotion: { en: 'Promotion', zh: '大促' },
  holiday: { en: 'Holiday', zh: '节假日' },
  public_relations: { en: 'Public relations', zh: '公关活动' },
  incident: { en: 'Incident', zh: '突发事件' },
} as const satisfies Record<string, LocalizedText>;

export const certificateKinds = {
  licence: { en: 'Licence', zh: '经营许可' },
  quality: { en: 'Quality certificate', zh: '质量证书' },
  inspection: { en: 'Inspection', zh: '抽检' },
} as const satisfies Record<string, LocalizedText>;

export const inspectionOutcomes = {
  passed: { en: 'Passed', zh: '合格' },
  failed: { en: 'Failed', zh: '不合格' },
  counterfeit: { en: 'Counterfeit', zh: '假冒' },
  unsafe: { en: 'Unsafe', zh: '不安全' },
} as const satisfies Record<string, LocalizedText>;

export const violations = {
  counterfeit: { en: 'Counterfeit goods', zh: '售假' },
  false_description: { en: 'False description', zh: '虚假描述' },
  late_shipment: { en: 'Late shipment', zh: '延迟发货' },
  abuse: { en: 'Abuse of customers', zh: '骚扰买家' },
  unsafe: { en: 'Unsafe goods', zh: '商品不安全' },
} as const satisfies Record<string, LocalizedText>;

export const sanctionMeasures = {
  warning: { en: 'Warning', zh: '警告' },
  fine: { en: 'Fine', zh: '罚款' },
  delisting: { en: 'Delisting', zh: '下架' },
  suspension: { en: 'Suspension', zh: '暂停经营' },
} as const satisfies Record<string, LocalizedText>;

export const assessmentKinds = {
  training: { en: 'Training', zh: '培训' },
  qa: { en: 'Quality check', zh: '质检' },
} as const satisfies Record<string, LocalizedText>;

export const escalations = {
  platform: { en: 'Platform', zh: '平台' },
  regulator: { en: 'Regulator', zh: '监管部门' },
} as const satisfies Record<string, LocalizedText>;

/** For whom the platform decided. */
export const decisions = {
  customer: { en: 'For the customer', zh: '支持顾客' },
  merchant: { en: 'For the merchant', zh: '支持商家' },
} as const satisfies Record<string, LocalizedText>;

export const consentPurposes = {
  marketing_sms: { en: 'Marketing by text message', zh: '短信营销' },
  marketing_email: { en: 'Marketing by e-mail', zh: '邮件营销' },
  personalisation: { en: 'Personalisation', zh: '个性化推荐' },
  analytics: { en: 'Analytics', zh: '数据分析' },
} as const satisfies Record<string, LocalizedText>;

export const loyaltyEventKinds = {
  joined: { en: 'Joined', zh: '入会' },
  earned: { en: 'Points earned', zh: '获得积分' },
  spent: { en: 'Points spent', zh: '使用积分' },
  expired: { en: 'Points expired', zh: '积分过期' },
  adjusted: { en: 'Points adjusted', zh: '积分调整' },
  tier_changed: { en: 'Tier changed', zh: '等级变更' },
  benefit_used: { en: 'Benefit used', zh: '使用权益' },
  care: { en: 'Personal care', zh: '专属关怀' },
} as const satisfies Record<string, LocalizedText>;

export const touchpointKinds = {
  page: { en: 'Page', zh: '浏览页面' },
  search: { en: 'Search', zh: '搜索' },
  product_view: { en: 'Product seen', zh: '浏览商品' },
  review_view: { en: 'Reviews read', zh: '查看评价' },
  recommendation_shown: { en: 'Recommendation shown', zh: '推荐曝光' },
  recommendation_clicked: { en: 'Recommendation clicked', zh: '点击推荐' },
  cart: { en: 'Put in the cart', zh: '加入购物车' },
  checkout: { en: 'Checkout', zh: '结算' },
  paid: { en: 'Paid', zh: '支付' },
  consulted: { en: 'Asked for advice', zh: '咨询客服' },
} as const satisfies Record<string, LocalizedText>;
