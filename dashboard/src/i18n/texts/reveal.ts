import type { Translation } from '../words.ts';

export const en = {
  ask: 'Reveal contacts …',
  title: 'Reveal this customer’s contacts?',
  why: 'Your name, the time and the reason go into the audit before anything is shown. The contacts are shown here alone, for two minutes.',
  reason: 'Reason',
  example: 'Such as: parcel of order 20260412-7 came back, agree on a new day',
  do: 'Reveal',
  cancel: 'Cancel',
  hide: 'Hide again',
  shown: 'Shown on this page only, and in the audit as revealed. You have {{n}} left this hour.',
  none: 'The sources gave no contacts of this customer.',
  unreadable: 'cannot be opened any more',
  NAME: 'Name',
  PHONE: 'Phone',
  EMAIL: 'E-mail',
} as const;

export const zh: Translation<typeof en> = {
  ask: '查看联系方式…',
  title: '查看这位顾客的联系方式？',
  why: '显示之前，您的姓名、时间和理由会先写入审计记录。联系方式只在本页显示，两分钟后自动隐藏。',
  reason: '理由',
  example: '例如：订单 20260412-7 的包裹被退回，需约定新的派送日期',
  do: '查看',
  cancel: '取消',
  hide: '重新隐藏',
  shown: '仅在本页显示，本次查看已记入审计。本小时还可查看 {{n}} 次。',
  none: '各数据源均未提供这位顾客的联系方式。',
  unreadable: '已无法解密',
  NAME: '姓名',
  PHONE: '电话',
  EMAIL: '邮箱',
};
