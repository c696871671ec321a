import { decisions, returnPolicies, returnStatuses } from '@rapport/model/vocabulary';
import type { Listing } from '../../platform/database/listing.ts';
import { labelled, labelledOrNull } from '../../platform/graphql/code.type.ts';
import { money, moneyOrNull } from '../../platform/graphql/money.ts';
import { knownValue } from '../dimensions/index.ts';
import type { Return } from './return.type.ts';

/** j is the request's journey, e the request, h its shop. */
export const returnColumns = `j.return_id as id, j.customer_id as "customerId", j.order_id as "orderId", e.product_id as "productId", j.external_id as "externalId", j.shop,
  j.kind, j.reason, j.status, j.policy, j.units, j.amount_minor as "amountMinor", j.refunded_minor as "refundedMinor", j.cost_minor as "costMinor", h.currency::text as currency,
  j.requested_at as "requestedAt", j.requested_on as "requestedOn", j.approved_at as "approvedAt", j.rejected_at as "rejectedAt", j.shipped_at as "shippedAt",
  j.received_at as "receivedAt", j.refunded_at as "refundedAt", j.completed_at as "completedAt", j.due_at as "dueAt", j.stepped_in_at as "steppedInAt", j.decided_for as "decidedFor",
  j.review_seconds as "reviewSeconds", j.ship_back_seconds as "shipBackSeconds", j.way_back_seconds as "wayBackSeconds", j.refund_seconds as "refundSeconds",
  j.request_to_money_seconds as "requestToMoneySeconds", j.refunded_in_time as "refundedInTime"`;

export interface ReturnRow extends Omit<
  Return,
  'kind' | 'reason' | 'status' | 'policy' | 'decidedFor' | 'amount' | 'refunded' | 'cost'
> {
  kind: string;
  reason: string;
  status: string;
  policy: string | null;
  decidedFor: string | null;
  amountMinor: number;
  refundedMinor: number;
  costMinor: number | null;
  currency: string;
}

export function toReturn({ amountMinor, refundedMinor, costMinor, currency, ...row }: ReturnRow): Return {
  return {
    ...row,
    kind: knownValue('RETURN_KIND', row.kind),
    reason: knownValue('RETURN_REASON', row.reason),
    status: labelled(returnStatuses, row.status),
    policy: labelledOrNull(returnPolicies, row.policy),
    decidedFor: labelledOrNull(decisions, row.decidedFor),
    amount: money(amountMinor, currency),
    refunded: money(refundedMinor, currency),
    cost: moneyOrNull(costMinor, currency),
  };
}

/** Around the keys k of the chosen requests. */
export const returnsAt = (keys: string): string => `${keys}
  join journey.return_journey j on j.customer_id = k.customer_id and j.order_id = k.order_id and j.return_id = k.return_id
  join core.returns e on e.customer_id = j.customer_id and e.order_id = j.order_id and e.id = j.return_id
  join core.shops h on h.shop = j.shop`;

export const returnListing: Listing<ReturnRow, Return> = {
  name: 'returns',
  cut: 'journey.return_journey j',
  keys: ['customer_id', 'order_id', 'return_id'],
  columns: returnColumns,
  rows: returnsAt(''),
  node: toReturn,
};
