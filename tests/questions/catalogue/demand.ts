import { count, mean, per10k, share, sum, type Asked } from './form.ts';

const customersOf = (where: string): Asked => ({
  rows: 'asked.orders',
  on: 'ordered_on',
  above: `count(distinct r.customer_id) filter (where r.identified and (${where}))`,
});

const placed = count('asked.orders', 'ordered_on');
const lost = `r.cancel_cause = 'out_of_stock' or r.status = 'unavailable'`;
const bySeller = `coalesce(r.cancel_cause in ('out_of_stock', 'fraud'), false) or r.status = 'unavailable'`;

export const demand: Readonly<Record<string, Asked>> = {
  ORDERS: placed,
  GMV: {
    ...sum('asked.orders', 'ordered_on', 'r.goods_minor', 100),
    own: {
      CATEGORY: { rows: 'asked.lines', code: 'category', above: 'coalesce(sum(r.line_minor), 0)' },
      MERCHANT: { rows: 'asked.lines', code: 'merchant', above: 'coalesce(sum(r.line_minor), 0)' },
    },
  },
  CUSTOMERS: customersOf('true'),
  AVERAGE_ORDER_VALUE: {
    ...mean('asked.orders', 'ordered_on', 'r.paid_minor', 'r.successes > 0', 100),
    own: {
      PAYMENT_METHOD: {
        rows: 'asked.paid_lines',
        code: 'method',
        above: 'coalesce(sum(r.line_minor), 0)',
        below: 'count(distinct r.id)',
      },
    },
  },
  CANCELLATION_RATE: share('asked.orders', 'ordered_on', `r.status = 'canceled'`),
  PAID_ORDER_RATE: share('asked.orders', 'ordered_on', 'r.successes > 0'),
  PAYMENT_SUCCESS_RATE: share('asked.payments', 'attempted_on', 'r.succeeded', `r.payment_kind <> 'cash_on_delivery'`),
  PAYMENT_ATTEMPTS_PER_ORDER: mean('asked.orders', 'ordered_on', 'r.attempts', 'r.attempts > 0'),
  CHARGEBACK_RATE: per10k('asked.payments', 'attempted_on', 'r.charged_back', 'r.succeeded'),
  COD_REFUSAL_RATE: share(
    'asked.orders',
    'ordered_on',
    `r.cancel_cause = 'refused' and r.successes = 0`,
    `r.at_door or r.cancel_cause = 'refused' and r.successes = 0`,
  ),
  DEPOSIT_BALANCE_RATE: share('asked.orders', 'ordered_on', 'r.balance', 'r.deposit'),
  OUT_OF_STOCK_CANCEL_RATE: share('asked.orders', 'ordered_on', lost),
  PRE_FULFILMENT_CANCEL_RATE: share('asked.orders', 'ordered_on', `(${bySeller}) and r.first_hand_over is null`),
  TRANSACTION_DEFECT_RATE: share('asked.orders', 'ordered_on', `(${bySeller}) or r.decided_for_customer`),
  ORDER_DEFECT_RATE: share('asked.orders', 'ordered_on', 'r.s1 + r.s2 > 0 or r.at_platform or r.charged_back'),
  MISPICK_RATE: share('asked.items', 'ordered_on', 'not r.picked_right', 'r.picked_right is not null'),
  COMPLETION_RATE: share('asked.orders', 'ordered_on', 'r.successes > 0 and r.delivered_at is not null'),
  ORDER_FRAUD_RATE: per10k('asked.orders', 'ordered_on', `r.cancel_cause = 'fraud'`),
};
