import { across, count, mean, percentile, seconds, share, sum, type Asked } from './form.ts';

const cases = 'asked.cases';
const opened = 'opened_on';
const placed = count('asked.orders', 'ordered_on');
const returns = 'asked.returns';
const requested = 'requested_on';
const forQuality = `r.reason in ('quality', 'not_as_described', 'wrong_item', 'counterfeit')`;
const decided = `(r.approved_at is not null or r.rejected_at is not null or r.status = 'rejected')`;
const stands = `r.status <> 'canceled'`;
const review = seconds('r.requested_at', 'coalesce(r.approved_at, r.rejected_at)');
const toMoney = seconds('r.requested_at', 'r.refunded_at');
const refunds = `r.kind in ('return', 'refund_only')`;
const stayedRejected = `(r.status = 'rejected' or r.rejected_at is not null and (r.approved_at > r.rejected_at) is not true)`;
const moneyDue = `(${refunds} or r.refunded_at is not null) and ${stands} and not ${stayedRejected} and r.due_on <= r.as_of`;
const called = (what: string): Asked => ({
  rows: 'asked.items',
  on: 'delivered_on',
  above: `count(*) filter (where '${what}' = any(r.called))`,
  below: 'count(*)',
  times: 10_000,
});

export const afterSale: Readonly<Record<string, Asked>> = {
  AVERAGE_COMPENSATION: mean('asked.compensations', 'granted_on', 'r.amount_minor', 'true', 100),
  COMPENSATION_COST: sum('asked.compensations', 'granted_on', 'r.amount_minor', 100),
  COMPENSATION_COVERAGE: share('asked.failures', 'ordered_on', 'r.compensated'),
  COMPENSATION_P50: percentile('asked.compensations', 'granted_on', 'r.amount_minor', 0.5, 100),
  COMPENSATION_P90: percentile('asked.compensations', 'granted_on', 'r.amount_minor', 0.9, 100),
  DISPUTE_REFUND_RATE: across(count(returns, 'stepped_in_on', `r.decided_for = 'customer' and ${refunds}`), placed),
  EXCHANGE_SHARE: share(returns, requested, `r.kind = 'exchange'`, stands),
  REPAIR_SHARE: share(returns, requested, `r.kind = 'repair'`, stands),
  FIRST_REQUEST_QUALITY_RATE: across(count(returns, 'ordered_on', `r.first_of_order and ${forQuality}`), placed),
  ITEM_NOT_RECEIVED_RATE: across(count(cases, 'ordered_on', `r.first_claim and r.topic = 'lost'`), placed),
  LOGISTICS_RETURN_RATE: share(
    'asked.orders',
    'ordered_on',
    `r.first_reason in ('damaged', 'late')`,
    'r.successes > 0',
  ),
  PLATFORM_HELP_RATE: share(cases, opened, 'r.order_at_platform', 'r.first_of_order'),
  PLATFORM_INTERVENTION_RATE_BY_ORDERS: across(count(returns, 'stepped_in_on', refunds), placed, 10_000),
  PLATFORM_INTERVENTION_RATE: share(returns, requested, 'r.stepped_in_on is not null', refunds),
  PRODUCT_RETURN_RATE: {
    rows: 'asked.items',
    on: 'ordered_on',
    above: `coalesce(sum(greatest(0, least(r.units, r.product_units_back - r.units_before))) filter (where r.delivered_on is not null), 0)`,
    below: `coalesce(sum(r.units) filter (where r.delivered_on is not null), 0)`,
  },
  QUALITY_RETURN_RATE: share('asked.orders', 'delivered_on', 'r.quality > 0'),
  REFUND_AMOUNT: sum(returns, 'refunded_on', 'r.amount_minor', 100),
  REFUND_OVERDUE_RATE: share(returns, 'due_on', '(r.refunded_at <= r.due_at) is not true', moneyDue),
  REFUND_RATE: share('asked.orders', 'ordered_on', 'r.refunds > 0', 'r.successes > 0'),
  REFUND_REVIEW_HOURS_MEAN: mean(returns, 'refunded_on', review, `${review} is not null`, 3600),
  REFUND_REVIEW_HOURS_P50: percentile(returns, 'refunded_on', review, 0.5, 3600),
  REQUEST_TO_MONEY_HOURS_P50: percentile(returns, 'refunded_on', toMoney, 0.5, 3600),
  REQUEST_TO_MONEY_HOURS_P90: percentile(returns, 'refunded_on', toMoney, 0.9, 3600),
  RETURN_APPROVAL_RATE: share(returns, requested, 'r.approved_at is not null', `${decided} and ${stands}`),
  RETURNS: count(returns, requested),
  SEVEN_DAY_KEPT_RATE: share(
    returns,
    requested,
    'r.approved_at is not null',
    `r.policy = 'seven_day' and (r.requested_on > r.delivered_on + 7) is not true and ${stands} and (${decided} or r.due_on <= r.as_of)`,
  ),
  NOT_AS_DESCRIBED_RATE: called('not_as_described'),
  DEFECT_RATE: called('quality'),
};
