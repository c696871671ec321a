import type { Factor } from '../types.ts';

const contacted = { to: { en: 'orders with a contact', zh: '有咨询的订单' }, where: 'e.contacts > 0' };
const afterReview = {
  en: 'It mostly comes after the review, so it cannot go before it.',
  zh: '多发生在评价之后，不能作为评价的先导因素。',
};
const ownComplaint = {
  en: 'It is read from complaints among others, so it would explain itself.',
  zh: '该信息部分取自投诉本身，会自我解释。',
};

/** What went wrong with the goods, and how the desk dealt with it. Contacts are those that were no complaint and came before the outcome. */
export const serviceFactors = {
  WRONG_ITEM: {
    kind: 'flag',
    label: { en: 'Wrong item sent', zh: '发错货' },
    sql: 'case when j.items_checked > 0 then (j.items_mispicked > 0)::integer end',
  },
  PRODUCT_FAULT: {
    kind: 'flag',
    label: { en: 'Faulty or not as described', zh: '质量问题或描述不符' },
    sql: `(j.failures && '{quality,not_as_described}')::integer`,
    not: { COMPLAINT: ownComplaint },
  },
  CONTACTED: {
    kind: 'flag',
    label: { en: 'Had to contact the shop', zh: '需要联系客服' },
    sql: '(e.contacts > 0)::integer',
  },
  FIRST_RESPONSE: {
    kind: 'quantity',
    label: { en: 'Wait for the first answer', zh: '首次响应等待' },
    step: { en: 'each doubling of the wait', zh: '等待时间每翻一倍' },
    sql: 'log(2, (greatest(e.response_seconds, 0) / 60 + 1)::numeric)::float8',
    applies: contacted,
    bands: [
      { from: 0, label: { en: 'Within 3 minutes', zh: '3 分钟内' } },
      { from: 2, label: { en: '3–15 minutes', zh: '3–15 分钟' } },
      { from: 4, label: { en: '15 minutes to 4 hours', zh: '15 分钟至 4 小时' } },
      { from: 7.913, label: { en: '4 hours and more', zh: '4 小时及以上' } },
    ],
  },
  TRANSFERS: {
    kind: 'quantity',
    label: { en: 'Passed on within the desk', zh: '客服内部转接' },
    step: { en: 'each time passed on, up to 3', zh: '每转接一次（最多计 3 次）' },
    sql: 'least(e.transfers, 3)',
    applies: contacted,
    bands: [
      { from: 0, label: { en: 'Not passed on', zh: '未转接' } },
      { from: 1, label: { en: 'Once', zh: '一次' } },
      { from: 2, label: { en: 'Twice and more', zh: '两次及以上' } },
    ],
  },
  RETURN_ASKED: {
    kind: 'flag',
    label: { en: 'Asked to return or refund', zh: '申请退换或退款' },
    sql: '(j.returns_count > 0)::integer',
    not: {
      LOW_SCORE: afterReview,
      COMPLAINT: { en: 'It is another voice of the same discontent.', zh: '与投诉同为不满的表达。' },
    },
  },
  REFUND_DAYS: {
    kind: 'quantity',
    label: { en: 'Days until the money was back', zh: '退款到账天数' },
    step: { en: 'each day until the money was back, up to 20', zh: '退款每晚到账一天（最多计 20 天）' },
    sql: 'case when j.refunded_at >= j.first_return_at then least(extract(epoch from j.refunded_at - j.first_return_at) / 86400, 20) end',
    applies: { to: { en: 'orders with money back', zh: '已退款的订单' }, where: 'j.refunded_at is not null' },
    bands: [
      { from: 0, label: { en: 'Within 3 days', zh: '3 天内' } },
      { from: 3, label: { en: '3–7 days', zh: '3–7 天' } },
      { from: 7, label: { en: '7 days and more', zh: '7 天及以上' } },
    ],
    not: { LOW_SCORE: afterReview, COMPLAINT: afterReview },
  },
  COMPENSATED: {
    kind: 'flag',
    label: { en: 'Something given for a failure', zh: '失误后给予补偿' },
    sql: 'case when cardinality(j.failures) > 0 then (j.compensations_count > 0)::integer end',
    applies: { to: { en: 'orders with a failure', zh: '出现失误的订单' }, where: 'cardinality(j.failures) > 0' },
    not: {
      LOW_SCORE: afterReview,
      COMPLAINT: { en: 'Who complains is given something.', zh: '补偿多因投诉而给。' },
    },
  },
} as const satisfies Record<string, Factor>;
