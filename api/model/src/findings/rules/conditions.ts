import type { LocalizedText } from '../../vocabulary/index.ts';

/** Something that may be true of a row; rule sets name it, the SQL is ours alone. */
interface Condition {
  label: LocalizedText;
  /** On the row `j`, and the last day `$2`. */
  sql: string;
}

interface Counted {
  rows: LocalizedText;
  relation: string;
  /** Days a row may be counted by. */
  days: Readonly<Record<string, { label: LocalizedText; column: string }>>;
  conditions: Readonly<Record<string, Condition>>;
}

const orders = {
  rows: { en: 'orders', zh: '订单' },
  relation: 'journey.order_defects',
  days: {
    ordered: { label: { en: 'day of the order', zh: '下单日' }, column: 'ordered_on' },
    delivered: { label: { en: 'day of delivery', zh: '签收日' }, column: 'delivered_on' },
    promised: { label: { en: 'promised day', zh: '承诺送达日' }, column: 'promised_on' },
  },
  conditions: {
    negative_review: { label: { en: 'Review of 1 or 2 stars', zh: '1–2 星评价' }, sql: 'j.negative_review' },
    platform_claim: { label: { en: 'Claim taken to the platform', zh: '顾客求助平台' }, sql: 'j.at_platform' },
    decided_for_customer: {
      label: { en: 'Platform decided for the customer', zh: '平台判定支持顾客' },
      sql: 'j.lost_at_platform',
    },
    chargeback: { label: { en: 'Chargeback', zh: '拒付' }, sql: 'j.charged_back' },
    complaint: { label: { en: 'Complaint', zh: '投诉' }, sql: 'j.complaints_count > 0' },
    canceled_by_seller: { label: { en: 'Canceled by the seller', zh: '卖家取消' }, sql: 'j.canceled_by_seller' },
    canceled_before_hand_over: {
      label: { en: 'Canceled by the seller before hand-over', zh: '发货前卖家取消' },
      sql: 'j.canceled_by_seller and (j.handed_over_at is null or j.canceled_at < j.handed_over_at)',
    },
    canceled_by_customer: {
      label: { en: 'Canceled by the customer, unpaid or refused', zh: '顾客取消、未付款或拒收' },
      sql: `coalesce(j.cancel_cause in ('customer', 'unpaid', 'refused'), false)`,
    },
    canceled: { label: { en: 'Canceled or unavailable', zh: '取消或无货' }, sql: 'not j.valid' },
    not_paid: { label: { en: 'Not paid', zh: '未支付' }, sql: 'j.payments_count = 0' },
    quality_return: {
      label: { en: 'Return for quality, description or wrong item', zh: '因质量、描述不符或错发退货' },
      sql: 'j.quality_returns > 0',
    },
    delivered_late: {
      label: { en: 'Delivered late or not at all', zh: '晚到或未送达' },
      sql: `j.lateness in ('late', 'not_delivered')`,
    },
    not_due: {
      label: { en: 'Promised day not over', zh: '承诺日未到' },
      sql: 'coalesce(j.promised_on > $2::date, true)',
    },
    damaged: { label: { en: 'Parcel damaged', zh: '包裹破损' }, sql: 'j.damaged' },
    lost: { label: { en: 'Parcel lost', zh: '包裹丢失' }, sql: 'j.lost' },
  },
} as const satisfies Counted;

const parcels = {
  rows: { en: 'parcels', zh: '包裹' },
  relation: 'journey.parcel_journey',
  days: {
    ordered: { label: { en: 'day of the order', zh: '下单日' }, column: 'ordered_on' },
    handed_over: { label: { en: 'day of the hand-over', zh: '发货日' }, column: 'picked_up_on' },
    hand_over_due: {
      label: { en: 'day its 48 hours to be handed over were over', zh: '48 小时发货期满日' },
      column: 'pickup_48h_due_on',
    },
    promised: { label: { en: 'promised day', zh: '承诺送达日' }, column: 'due_on' },
  },
  conditions: {
    handed_over_late: {
      label: { en: 'Handed over after 48 hours', zh: '超过 48 小时发货' },
      sql: `coalesce(j.handed_over_at, j.first_scan_at, 'infinity') > j.pickup_from_at + interval '48 hours'`,
    },
    picked_up_late: {
      label: { en: 'First scan after 48 hours', zh: '48 小时内无揽收' },
      sql: 'not coalesce(j.picked_up_48h, false)',
    },
    hand_over_not_due: {
      label: { en: '48 hours not over, or canceled', zh: '未满 48 小时或已取消' },
      sql: 'j.picked_up_48h is null',
    },
    untracked: { label: { en: 'No waybill or no scan', zh: '无运单号或无轨迹' }, sql: 'not j.tracked' },
    delivered_late: {
      label: { en: 'Delivered late or not at all', zh: '晚到或未送达' },
      sql: 'not coalesce(j.on_time, true)',
    },
    not_due: { label: { en: 'Promise not due', zh: '承诺未到期' }, sql: 'j.on_time is null' },
    damaged: { label: { en: 'Damaged', zh: '破损' }, sql: 'j.damaged' },
    lost: { label: { en: 'Lost', zh: '丢失' }, sql: 'j.lost' },
  },
} as const satisfies Counted;

const scores = {
  rows: { en: 'scores', zh: '评分' },
  relation: 'journey.survey_facts',
  days: { answered: { label: { en: 'day of the answer', zh: '回答日' }, column: 'answered_on' } },
  conditions: {
    of_product: { label: { en: 'About the product', zh: '对商品' }, sql: `j.kind = 'csat' and j.subject = 'product'` },
    of_service: { label: { en: 'About the service', zh: '对服务' }, sql: `j.kind = 'csat' and j.subject = 'service'` },
    of_delivery: {
      label: { en: 'About the delivery', zh: '对物流' },
      sql: `j.kind = 'csat' and j.subject = 'delivery'`,
    },
  },
} as const satisfies Counted;

/** What rules count, with everything a rule set may say of it. */
export const counted: Readonly<Record<CountedRows, Counted>> = { orders, parcels, scores };
export type CountedRows = 'orders' | 'parcels' | 'scores';

export const conditionOf = (counts: CountedRows, name: string): Condition => {
  const condition = counted[counts].conditions[name];
  if (!condition) throw new Error(`No condition ${name} of ${counts}: rule sets are checked when they are read.`);
  return condition;
};
