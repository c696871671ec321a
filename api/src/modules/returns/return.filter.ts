import { dimensionCondition, idsBehind, type MetricRowsRequest } from '@rapport/model/metrics';
import { Conditions } from '../../platform/database/conditions.ts';
import { asId } from '../../platform/database/keyset.ts';
import { assertInOrder } from '../../platform/graphql/refusal.ts';
import type { ReturnWhere } from './return.type.ts';

/** The conditions of `where` on journey.return_journey j. */
export function matchingReturns(where: ReturnWhere): Conditions {
  assertInOrder('where.requestedFrom', where.requestedFrom, where.requestedTo);
  const conditions = new Conditions()
    .given(where.shop, (shop) => `j.shop = ${shop}`)
    .given(where.kind, (code) => `j.kind = ${code}`)
    .given(where.reason, (code) => `j.reason = ${code}`)
    .given(where.status, (code) => `j.status = ${code}`)
    .given(where.refundedInTime, (wanted) => `j.refunded_in_time = ${wanted}::boolean`)
    .given(where.requestedFrom, (day) => `j.requested_on >= ${day}::date`)
    .given(where.requestedTo, (day) => `j.requested_on <= ${day}::date`)
    .given(where.customerId && asId(where.customerId), (id) => `j.customer_id = ${id}::uuid`);
  if (where.dimensions?.length) conditions.merge(dimensionCondition(where.dimensions, 1, 'returns'));
  if (where.behind) {
    const { sql, params } = idsBehind('returns', where.behind as MetricRowsRequest);
    conditions.merge({ sql: `j.return_id in (${sql})`, params });
  }
  return conditions;
}
