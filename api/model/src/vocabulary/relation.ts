import type { LocalizedText } from './text.ts';

/** How close the customer was to the shop before the row's own event. */
export const loyaltyClasses = {
  new: { en: 'New', zh: '新客' },
  occasional: { en: 'Occasional', zh: '普通老客' },
  loyal: { en: 'Loyal', zh: '忠诚顾客' },
} as const satisfies Record<string, LocalizedText>;

/** Tiers known by name; a shop's own tier is shown by its code. */
export const tiers: Readonly<Record<string, LocalizedText>> = {
  basic: { en: 'Basic', zh: '普通会员' },
  bronze: { en: 'Bronze', zh: '青铜会员' },
  silver: { en: 'Silver', zh: '银卡会员' },
  gold: { en: 'Gold', zh: '金卡会员' },
  platinum: { en: 'Platinum', zh: '铂金会员' },
  diamond: { en: 'Diamond', zh: '钻石会员' },
};

/** Where a visit came from; a source no one has named yet is shown by its code. */
export const origins: Readonly<Record<string, LocalizedText>> = {
  direct: { en: 'Direct', zh: '直接访问' },
  search: { en: 'Search engine', zh: '搜索引擎' },
  organic_search: { en: 'Search, unpaid', zh: '自然搜索' },
  paid_search: { en: 'Search, paid', zh: '付费搜索' },
  social: { en: 'Social media', zh: '社交媒体' },
  ads: { en: 'Advertising', zh: '广告' },
  display: { en: 'Display advertising', zh: '展示广告' },
  campaign: { en: 'Campaign', zh: '营销活动' },
  live: { en: 'Live stream', zh: '直播' },
  referral: { en: 'Recommended by a friend', zh: '好友推荐' },
  email: { en: 'E-mail', zh: '邮件' },
  sms: { en: 'Text message', zh: '短信' },
  app: { en: 'App', zh: '应用' },
};

export const reviewSources = {
  written: { en: 'Written', zh: '主动评价' },
  default: { en: 'Given by default', zh: '默认好评' },
  rewarded: { en: 'Rewarded', zh: '有奖评价' },
} as const satisfies Record<string, LocalizedText>;

export const surveyKinds = {
  csat: { en: 'Satisfaction (1–5)', zh: '满意度（1–5 分）' },
  nps: { en: 'Recommendation (0–10)', zh: '推荐意愿（0–10 分）' },
  ces: { en: 'Ease (1–7)', zh: '轻松度（1–7 分）' },
} as const satisfies Record<string, LocalizedText>;

export const surveySubjects = {
  service: { en: 'Service', zh: '服务' },
  delivery: { en: 'Delivery', zh: '配送' },
  product: { en: 'Product', zh: '商品' },
  shop: { en: 'Shop', zh: '店铺' },
} as const satisfies Record<string, LocalizedText>;

export const platforms: Readonly<Record<string, LocalizedText>> = {
  weibo: { en: 'Weibo', zh: '微博' },
  xiaohongshu: { en: 'Xiaohongshu', zh: '小红书' },
  douyin: { en: 'Douyin', zh: '抖音' },
  forum: { en: 'Forums', zh: '论坛' },
  press: { en: 'Press', zh: '新闻媒体' },
};

export const referralChannels: Readonly<Record<string, LocalizedText>> = {
  link: { en: 'Shared link', zh: '分享链接' },
  code: { en: 'Invitation code', zh: '邀请码' },
  wechat: { en: 'WeChat', zh: '微信' },
  poster: { en: 'Shared poster', zh: '分享海报' },
  sms: { en: 'Text message', zh: '短信' },
};

export const experimentArms = {
  treated: { en: 'Received it', zh: '实验组' },
  hold_out: { en: 'Held out', zh: '对照组' },
} as const satisfies Record<string, LocalizedText>;

export const readBefore = {
  true: { en: 'Read reviews first', zh: '看过评价' },
  false: { en: 'Did not read reviews', zh: '未看评价' },
} as const satisfies Record<string, LocalizedText>;
