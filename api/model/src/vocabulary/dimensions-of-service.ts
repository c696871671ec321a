import { compensationForms, costKinds, returnKinds, returnReasons } from './after-sale.ts';
import type { DimensionDefinition } from './dimension-definition.ts';
import { caseTypes, causes, channels, handlers, messageKinds, phases, severities, topics } from './service.ts';

/** Contacts with customers, and what follows a failure. */
export const dimensionsOfService = {
  CHANNEL: {
    title: { en: 'Channel', zh: '渠道' },
    description: { en: 'By which channel the shop and the customer met.', zh: '店铺与顾客接触的渠道。' },
    values: channels,
  },
  TOPIC: {
    title: { en: 'Topic', zh: '主题' },
    description: { en: 'What the contact or mention was about.', zh: '接触或提及所涉及的主题。' },
    values: topics,
  },
  CASE_TYPE: {
    title: { en: 'Kind of contact', zh: '工单类型' },
    description: { en: 'Enquiry, request or complaint.', zh: '咨询、诉求或投诉。' },
    values: caseTypes,
  },
  PHASE: {
    title: { en: 'Phase', zh: '服务阶段' },
    description: { en: 'Before, during or after the sale.', zh: '售前、售中或售后。' },
    values: phases,
  },
  CAUSE: {
    title: { en: 'Answerable', zh: '责任方' },
    description: { en: 'Who is answerable for what happened.', zh: '对事件负责的一方。' },
    values: causes,
  },
  SEVERITY: {
    title: { en: 'Severity', zh: '严重程度' },
    description: { en: 'How grave, from 1 slight to 3 grave.', zh: '严重程度，1 轻微至 3 严重。' },
    values: severities,
  },
  AGENT: {
    title: { en: 'Agent', zh: '客服' },
    description: { en: 'The last human in charge, by work number.', zh: '最后负责的客服（工号）。' },
  },
  TEAM: {
    title: { en: 'Team', zh: '客服组' },
    description: { en: 'The team in charge.', zh: '负责的客服组。' },
  },
  HANDLED_BY: {
    title: { en: 'Handled by', zh: '处理方式' },
    description: { en: 'A bot, a human, or a bot and then a human.', zh: '机器人、人工，或机器人转人工。' },
    values: handlers,
  },
  RETURN_REASON: {
    title: { en: 'Reason of return', zh: '退换原因' },
    description: { en: 'Why goods were sent back.', zh: '退换货的原因。' },
    values: returnReasons,
  },
  RETURN_KIND: {
    title: { en: 'Kind of return', zh: '退换类型' },
    description: { en: 'Return, exchange, repair, or refund without return.', zh: '退货、换货、维修或仅退款。' },
    values: returnKinds,
  },
  COMPENSATION_FORM: {
    title: { en: 'Form of compensation', zh: '补偿形式' },
    description: { en: 'Coupon, points or cash.', zh: '优惠券、积分或现金。' },
    values: compensationForms,
  },
  MESSAGE_KIND: {
    title: { en: 'Kind of message', zh: '消息类型' },
    description: { en: 'Why the shop wrote or called first.', zh: '店铺主动联系顾客的目的。' },
    values: messageKinds,
  },
  COST_KIND: {
    title: { en: 'Kind of cost', zh: '费用类型' },
    description: { en: 'What the money was spent on.', zh: '费用的用途。' },
    values: costKinds,
  },
} as const satisfies Record<string, DimensionDefinition>;
