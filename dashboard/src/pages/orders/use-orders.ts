import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';

import { request } from '../../api/graphql.ts';
import { useFilters } from '../../filters/use-filters.ts';
import type { OrderOrder, OrdersQuery, OrderWhere } from '../../gql/graphql.ts';
import { sliceFilters } from '../../metric/rows-search.ts';
import { useFilterConditions } from '../../metric/use-metrics.ts';
import { ordersQuery } from './queries.ts';
import type { OrdersSearch } from './search.ts';

export type OrderRow = OrdersQuery['orders']['nodes'][number];

const pageSize = 50;

/** The rows behind a figure under the very filter that made it; without a figure, the orders of the period. */
export function useOrders() {
  const search: OrdersSearch = useSearch({ strict: false });
  const { shop, period } = useFilters();
  const conditions = useFilterConditions();
  const slices = sliceFilters(search.slice);
  const days = { from: search.rowsFrom ?? period.from, to: search.rowsTo ?? period.to };
  const where: OrderWhere = search.behind
    ? {
        ...(search.broughtBy ? { broughtByRun: search.broughtBy } : {}),
        behind: {
          metric: search.behind,
          part: search.part ?? 'DENOMINATOR',
          period: days,
          where: [...conditions, ...slices],
        },
      }
    : {
        shop,
        dimensions: [...conditions, ...slices],
        ...(search.oddity ? { oddity: search.oddity } : { orderedFrom: days.from, orderedTo: days.to }),
      };
  const orderBy: OrderOrder = { field: search.sort ?? 'ORDERED_AT', direction: 'DESC' };
  const query = useInfiniteQuery({
    queryKey: ['orders', where, orderBy],
    queryFn: async ({ pageParam, signal }) =>
      (await request(ordersQuery, { first: pageSize, after: pageParam, where, orderBy }, signal)).orders,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.pageInfo.hasNextPage ? (last.pageInfo.endCursor ?? null) : null),
    placeholderData: keepPreviousData,
  });
  return { search, days, query };
}
