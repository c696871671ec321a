import { dimensionCondition, rowsBehind, type MetricRowsRequest } from '@rapport/model/metrics';
import { Conditions } from '../../platform/database/conditions.ts';
import { asId } from '../../platform/database/keyset.ts';
import { assertInOrder } from '../../platform/graphql/refusal.ts';
import { pathCondition } from '../flows/index.ts';
import type { OrderOddity, OrderWhere } from './order.input.ts';

/** On journey.order_journey j. */
export const orderOddities: Record<keyof typeof OrderOddity, string> = {
  WITHOUT_ITEMS: 'j.items_count = 0',
  WITHOUT_PAYMENT: 'j.payments_count = 0',
  WITHOUT_REVIEW: 'j.reviews_count = 0',
  SEVERAL_REVIEWS: 'j.reviews_count > 1',
  DELIVERED_WITHOUT_DATE: `j.status = 'delivered' and j.delivered_at is null`,
  DELIVERED_BEFORE_HANDED_OVER: 'j.delivered_at < j.handed_over_at',
};

/** A review with a score in the range; scores outside 1 … 5 match nothing. */
function scored(min: number, max: number): string {
  const stars = [1, 2, 3, 4, 5].filter((score) => score >= min && score <= max);
  return stars.length === 0 ? 'false' : stars.map((score) => `j.score_counts[${score}] > 0`).join(' or ');
}

/** Tables with rows of an order, and what they call it. */
const rowsOfOrders = {
  orders: 'id',
  order_items: 'order_id',
  payments: 'order_id',
  shipments: 'order_id',
  reviews: 'order_id',
};

/** A row says which file it stands in, the run's counts which files it read or healed rows of. */
const broughtBy = (run: string): string =>
  Object.entries(rowsOfOrders)
    .map(
      ([table, order]) =>
        `exists (select from core.${table} t where t.customer_id = j.customer_id and t.${order} = j.order_id
           and t.file_id in (select f.file_id from ops.run_feeds f where f.run_id::text = ${run}))`,
    )
    .join(' or ');

/** The conditions of `where` on journey.order_journey j. */
export function matchingOrders(where: OrderWhere): Conditions {
  assertInOrder('where.orderedFrom', where.orderedFrom, where.orderedTo);
  assertInOrder('where.promisedFrom', where.promisedFrom, where.promisedTo);
  const conditions = new Conditions()
    .given(where.shop, (shop) => `j.shop = ${shop}`)
    .given(where.orderedFrom, (day) => `j.ordered_on >= ${day}::date`)
    .given(where.orderedTo, (day) => `j.ordered_on <= ${day}::date`)
    .given(where.promisedFrom, (day) => `j.promised_on >= ${day}::date`)
    .given(where.promisedTo, (day) => `j.promised_on <= ${day}::date`)
    .given(where.customerId && asId(where.customerId), (id) => `j.customer_id = ${id}::uuid`)
    // The id follows from the source's id, so the look-up needs no index on it.
    .given(
      where.externalId,
      (id) => `j.order_id in (select core.id_of('order', s.shop, ${id}::text) from core.shops s)`,
    );
  if (where.minScore != null || where.maxScore != null)
    conditions.and(scored(where.minScore ?? 1, where.maxScore ?? 5));
  conditions.given(where.broughtByRun, broughtBy);
  if (where.oddity) conditions.and(orderOddities[where.oddity]);
  if (where.dimensions?.length) conditions.merge(dimensionCondition(where.dimensions));
  if (where.journey) conditions.merge(pathCondition(where.journey));
  if (where.behind) conditions.merge(rowsBehind(where.behind as MetricRowsRequest));
  return conditions;
}
