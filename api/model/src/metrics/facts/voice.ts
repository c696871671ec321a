import { sql } from '../sql.ts';
import { dueDay, eventDay, goods, ofCase, ofOrder, orderDay, wholeBasket, type Fact } from './fact.ts';

export const reviews = {
  name: 'reviews',
  rows: { en: 'reviews', zh: '评价' },
  feeds: ['reviews'],
  relation: 'journey.review_journey',
  id: 'review_id',
  customer: { column: 'customer_id', known: sql`j.identified` },
  clocks: {
    answered: eventDay('answered_on', 'the day the review was written', '评价日'),
    order: orderDay(),
    delivered: eventDay('delivered_on', 'the day the order was delivered', '订单签收日'),
    shown: eventDay('shown_on', 'the day the review became visible', '评价公开日'),
    replyDue: dueDay('reply_due_on', 'the day the 48 hours to answer were over', '48 小时回复期满日'),
  },
  dimensions: {
    ...ofOrder,
    ...goods,
    REVIEW_SOURCE: { column: 'source' },
    CARRIER: { column: 'carrier_code' },
    FAILURE: { column: 'failures', as: 'array' },
  },
  rolledUp: {
    by: ['REGION', 'CATEGORY', 'REVIEW_SOURCE', 'CARRIER', 'LATE', 'FIRST_OR_REPEAT'],
    byMonth: ['MERCHANT'],
    changesOn: ['reply_due_on', 'answered_on + 30'],
    namesProductIn: 'core.reviews',
  },
} as const satisfies Fact;

export const surveys = {
  name: 'surveys',
  rows: { en: 'surveys', zh: '调查问卷' },
  feeds: ['surveys'],
  relation: 'journey.survey_facts',
  id: 'survey_id',
  customer: { column: 'customer_id', known: sql`j.identified` },
  clocks: {
    sent: eventDay('sent_on', 'the day the survey was sent', '问卷发送日'),
    answered: eventDay('answered_on', 'the day the survey was answered', '问卷回答日'),
    order: orderDay(),
  },
  dimensions: {
    ...ofOrder,
    ...wholeBasket,
    ...ofCase,
    SURVEY_SUBJECT: { column: 'subject' },
    CARRIER: { column: 'carrier_code' },
  },
  rolledUp: {
    by: ['SURVEY_SUBJECT', 'REGION', 'CHANNEL', 'TOPIC', 'TEAM', 'CARRIER', 'LOYALTY'],
    byMonth: ['AGENT'],
    changesOn: ['sent_on + 14', 'answered_on + 14'],
  },
} as const satisfies Fact;

export const referrals = {
  name: 'referrals',
  rows: { en: 'recommendations to friends', zh: '好友推荐' },
  feeds: ['referrals'],
  relation: 'journey.referral_facts',
  id: 'referral_id',
  customer: { column: 'customer_id', known: sql`j.identified` },
  clocks: { referred: eventDay('referred_on', 'the day of the recommendation', '推荐日') },
  dimensions: { SHOP: { column: 'shop' }, REFERRAL_CHANNEL: { column: 'channel' } },
  rolledUp: { by: ['REFERRAL_CHANNEL'], changesOn: ['referred_on + 90'] },
} as const satisfies Fact;

export const mentions = {
  name: 'mentions',
  rows: { en: 'public mentions', zh: '公开提及' },
  feeds: ['mentions'],
  relation: 'journey.mention_facts',
  id: 'mention_id',
  clocks: { mentioned: eventDay('mentioned_on', 'the day of the mention', '提及日') },
  dimensions: {
    SHOP: { column: 'shop' },
    PLATFORM: { column: 'platform' },
    TOPIC: { column: 'topic' },
    PRODUCT: { column: 'product_external_id' },
    CATEGORY: { column: 'category_code' },
  },
  rolledUp: {
    by: ['PLATFORM', 'TOPIC', 'CATEGORY'],
    changesOn: ['mentioned_on + 1', 'mentioned_on + 2'],
    changedBy: ['mentions', 'products'],
  },
} as const satisfies Fact;

export const messages = {
  name: 'messages',
  rows: { en: 'messages to customers', zh: '对客消息' },
  feeds: ['messages'],
  relation: 'journey.message_facts',
  id: 'message_id',
  customer: { column: 'customer_id', known: sql`j.identified` },
  clocks: {
    sent: eventDay('sent_on', 'the day the message was sent', '消息发送日'),
    order: orderDay(),
    due: dueDay('due_on', 'the day the message promised something for', '消息承诺兑现日'),
  },
  dimensions: {
    ...ofOrder,
    ...wholeBasket,
    MESSAGE_KIND: { column: 'kind' },
    CHANNEL: { column: 'channel' },
    EXPERIMENT_ARM: { column: 'arm' },
    CARRIER: { column: 'carrier_code' },
  },
  rolledUp: { by: ['MESSAGE_KIND', 'CHANNEL', 'REGION', 'EXPERIMENT_ARM'], changesOn: ['due_on', 'sent_on + 30'] },
} as const satisfies Fact;
