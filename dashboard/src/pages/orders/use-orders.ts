import { useSearch } from '@tanstack/react-router';

import { request } from '../../api/graphql.ts';
import type { OrderOrder, OrdersQuery, OrderWhere } from '../../gql/graphql.ts';
import { useRowPages, useRowsFilter } from '../../metric/use-rows.ts';
import { ordersQuery } from './queries.ts';
import { journeyPath } from './path.ts';
import type { OrdersSearch } from './search.ts';

export type OrderRow = OrdersQuery['orders']['nodes'][number];

/** The rows behind a figure under the very filter that made it; without a figure, the orders of the period. */
export function useOrders() {
  const search: OrdersSearch = useSearch({ strict: false });
  const { shop, days, conditions, behind } = useRowsFilter(search);
  const where: OrderWhere = behind
    ? { ...(search.broughtBy ? { broughtByRun: search.broughtBy } : {}), behind }
    : {
        shop,
        dimensions: conditions,
        ...(search.path ? { journey: journeyPath(search.path) } : {}),
        ...(search.oddity ? { oddity: search.oddity } : { orderedFrom: days.from, orderedTo: days.to }),
      };
  const orderBy: OrderOrder = { field: search.sort ?? 'ORDERED_AT', direction: 'DESC' };
  const query = useRowPages(
    ['orders', where, orderBy],
    async (page, signal) => (await request(ordersQuery, { ...page, where, orderBy }, signal)).orders,
  );
  const exported = { document: ordersQuery, variables: { first: 100, where, orderBy }, file: 'orders' };
  return { search, days, query, exported };
}
