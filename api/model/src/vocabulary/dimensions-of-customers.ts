import type { DimensionDefinition } from './dimension-definition.ts';
import { consentPurposes } from './feed-codes.ts';
import {
  experimentArms,
  loyaltyClasses,
  origins,
  platforms,
  readBefore,
  referralChannels,
  reviewSources,
  surveySubjects,
  tiers,
} from './relation.ts';

/** Who the customer is to the shop, and what customers say. */
export const dimensionsOfCustomers = {
  TIER: {
    title: { en: 'Membership tier', zh: '会员等级' },
    description: { en: 'The customer’s tier when it happened.', zh: '发生时顾客的会员等级。' },
    values: tiers,
  },
  LOYALTY: {
    title: { en: 'Loyalty', zh: '顾客忠诚度' },
    description: {
      en: 'New, occasional or loyal before it happened, so that it cannot be a result of it.',
      zh: '发生之前的新客、普通老客或忠诚顾客，因此不会是其结果。',
    },
    values: loyaltyClasses,
  },
  ORIGIN: {
    title: { en: 'Traffic source', zh: '流量来源' },
    description: { en: 'Where the visit or the customer came from.', zh: '访问或顾客的来源。' },
    values: origins,
  },
  REFERRAL_CHANNEL: {
    title: { en: 'Channel of recommendation', zh: '推荐渠道' },
    description: { en: 'How the customer recommended the shop.', zh: '顾客推荐店铺的方式。' },
    values: referralChannels,
  },
  REVIEW_SOURCE: {
    title: { en: 'Source of review', zh: '评价来源' },
    description: { en: 'Written, given by default, or rewarded.', zh: '主动评价、默认好评或有奖评价。' },
    values: reviewSources,
  },
  REVIEWS_READ: {
    title: { en: 'Reviews read first', zh: '是否先看评价' },
    description: { en: 'Whether reviews were read before the order.', zh: '下单前是否看过评价。' },
    values: readBefore,
  },
  DISPLAYED_RATING: {
    title: { en: 'Displayed rating', zh: '展示评分' },
    description: { en: 'The rating the page showed of the product seen.', zh: '商品页展示的评分。' },
  },
  SURVEY_SUBJECT: {
    title: { en: 'Asked about', zh: '调查对象' },
    description: { en: 'What the survey asked about.', zh: '调查所问的内容。' },
    values: surveySubjects,
  },
  PLATFORM: {
    title: { en: 'Platform', zh: '平台' },
    description: { en: 'Where the shop was mentioned in public.', zh: '公开提及店铺的平台。' },
    values: platforms,
  },
  CONSENT_PURPOSE: {
    title: { en: 'Purpose of consent', zh: '授权用途' },
    description: { en: 'What the customer was asked to agree to.', zh: '征求顾客同意的用途。' },
    values: consentPurposes,
  },
  EXPERIMENT_ARM: {
    title: { en: 'Experiment arm', zh: '实验分组' },
    description: {
      en: 'Received the offer, or was held out to compare.',
      zh: '收到优惠的实验组，或用于比较的对照组。',
    },
    values: experimentArms,
  },
} as const satisfies Record<string, DimensionDefinition>;
