import type { LocalizedText } from './text.ts';

export const channels = {
  chat: { en: 'Chat', zh: '在线客服' },
  phone: { en: 'Phone', zh: '电话' },
  email: { en: 'E-mail', zh: '邮件' },
  form: { en: 'Web form', zh: '留言表单' },
  social: { en: 'Social media', zh: '社交媒体' },
  platform: { en: 'Marketplace platform', zh: '平台介入' },
  regulator: { en: 'Regulator (12315)', zh: '12315 等监管渠道' },
  sms: { en: 'Text message', zh: '短信' },
  app: { en: 'App message', zh: '应用内消息' },
  call: { en: 'Call', zh: '外呼' },
} as const satisfies Record<string, LocalizedText>;

export const caseTypes = {
  enquiry: { en: 'Enquiry', zh: '咨询' },
  request: { en: 'Request', zh: '诉求' },
  complaint: { en: 'Complaint', zh: '投诉' },
} as const satisfies Record<string, LocalizedText>;

export const phases = {
  pre_sale: { en: 'Before the sale', zh: '售前' },
  in_sale: { en: 'During the sale', zh: '售中' },
  after_sale: { en: 'After the sale', zh: '售后' },
} as const satisfies Record<string, LocalizedText>;

/** Topics known by name; a help desk's own topic is shown by its code. */
export const topics: Readonly<Record<string, LocalizedText>> = {
  where_is_my_order: { en: 'Where is my order', zh: '查件' },
  delivery_late: { en: 'Late delivery', zh: '配送延误' },
  damaged: { en: 'Damaged', zh: '商品破损' },
  lost: { en: 'Lost parcel', zh: '包裹丢失' },
  wrong_item: { en: 'Wrong item', zh: '发错货' },
  not_as_described: { en: 'Not as described', zh: '描述不符' },
  quality: { en: 'Quality', zh: '质量问题' },
  refund: { en: 'Refund', zh: '退款' },
  invoice: { en: 'Invoice', zh: '发票' },
  advice: { en: 'Buying advice', zh: '导购咨询' },
  payment: { en: 'Payment', zh: '支付' },
  account: { en: 'Account', zh: '账户' },
  attitude: { en: 'Staff attitude', zh: '服务态度' },
  installation: { en: 'Installation', zh: '安装' },
  return: { en: 'Return or exchange', zh: '退换货' },
  price: { en: 'Price', zh: '价格' },
  size: { en: 'Size', zh: '尺码' },
  warranty: { en: 'Warranty', zh: '保修' },
};

/** Who is answerable. */
export const causes = {
  carrier: { en: 'Carrier', zh: '承运商' },
  warehouse: { en: 'Warehouse', zh: '仓库' },
  merchant: { en: 'Merchant', zh: '商家' },
  product: { en: 'Product', zh: '商品' },
  service: { en: 'Customer service', zh: '客服' },
  customer: { en: 'Customer', zh: '顾客' },
} as const satisfies Record<string, LocalizedText>;

export const severities = {
  1: { en: 'Slight', zh: '轻微' },
  2: { en: 'Moderate', zh: '中等' },
  3: { en: 'Grave', zh: '严重' },
} as const satisfies Record<string, LocalizedText>;

export const handlers = {
  bot: { en: 'Bot only', zh: '仅机器人' },
  human: { en: 'Human only', zh: '仅人工' },
  bot_then_human: { en: 'Bot, then human', zh: '机器人转人工' },
} as const satisfies Record<string, LocalizedText>;

export const caseStatuses = {
  open: { en: 'Open', zh: '处理中' },
  pending: { en: 'Waiting for the customer', zh: '待顾客回复' },
  resolved: { en: 'Resolved', zh: '已解决' },
  closed: { en: 'Closed', zh: '已关闭' },
} as const satisfies Record<string, LocalizedText>;

export const caseEventKinds = {
  opened: { en: 'Opened', zh: '发起' },
  customer_message: { en: 'Message from the customer', zh: '顾客消息' },
  bot_reply: { en: 'Answer by the bot', zh: '机器人回复' },
  agent_reply: { en: 'Answer by an agent', zh: '人工回复' },
  handed_over: { en: 'Handed over to a human', zh: '转人工' },
  joined: { en: 'Human joined', zh: '人工接入' },
  transferred: { en: 'Passed to another agent', zh: '转派' },
  state: { en: 'State changed', zh: '状态变更' },
  resolved: { en: 'Resolved', zh: '已解决' },
  reopened: { en: 'Reopened', zh: '重新打开' },
  closed: { en: 'Closed', zh: '已关闭' },
  escalated: { en: 'Escalated', zh: '升级' },
  call_back: { en: 'Called back', zh: '已回电' },
  note: { en: 'Note', zh: '备注' },
} as const satisfies Record<string, LocalizedText>;

/** Why the shop writes or calls first. */
export const messageKinds = {
  delay_notice: { en: 'Delay notice', zh: '延误通知' },
  shipping_notice: { en: 'Shipping notice', zh: '发货通知' },
  review_invitation: { en: 'Invitation to review', zh: '邀评' },
  call_back: { en: 'Call back', zh: '回电' },
  campaign: { en: 'Campaign', zh: '营销活动' },
  care: { en: 'Care', zh: '关怀' },
  recovery: { en: 'Service recovery', zh: '服务补救' },
} as const satisfies Record<string, LocalizedText>;
