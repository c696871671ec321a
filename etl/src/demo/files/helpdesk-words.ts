import type { Topic } from '../lives/case.ts';
import type { Flaw } from './system-file.ts';

// The help desk: JSON documents, a list of objects each, times in UTC.
export const VIA_WORDS = {
  chat: 'im',
  phone: 'call',
  email: 'mail',
  form: 'form',
  social: 'sns',
  platform: 'platform',
  regulator: '12315',
} as const;
export const CATEGORY_WORDS: Record<Topic, string> = {
  where_is_my_order: '查物流', delivery_late: '物流超时', damaged: '破损', lost: '丢件', wrong_item: '错发漏发', not_as_described: '与描述不符', quality: '质量故障',
  refund: '退款进度', invoice: '发票', advice: '售前咨询', payment: '支付', account: '账号', attitude: '服务态度',
}; // prettier-ignore
export const KIND_WORDS = { enquiry: 'CONSULT', request: 'REQUEST', complaint: 'COMPLAINT' } as const;
export const STAGE_WORDS = { pre_sale: 'PRE', in_sale: 'MID', after_sale: 'POST' } as const;
export const MODE_WORDS = { bot: 'BOT', human: 'AGENT', bot_then_human: 'BOT_TO_AGENT' } as const;
export const EVENT_WORDS = {
  opened: 'create', customer_message: 'user_msg', bot_reply: 'bot_msg', agent_reply: 'agent_msg', handed_over: 'to_agent', joined: 'agent_join', transferred: 'transfer',
  resolved: 'solve', reopened: 'reopen', closed: 'close', escalated: 'escalate', call_back: 'callback',
} as const; // prettier-ignore
export const STATE_WORDS = { open: 'NEW', pending: 'PENDING', resolved: 'SOLVED', closed: 'CLOSED' } as const;

/** One list, an object a line. */
export const LIST = { header: '[\n', between: ',\n', footer: '\n]\n' };

/** A dirty object; # stands for its number. */
export const flaw = (reason: string, row: object): Flaw => ({
  reason,
  row: (n) => JSON.stringify(row).replace('#', String(n)),
});
