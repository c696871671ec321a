import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { request } from '../../api/graphql.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { secondOrdersQuery } from './queries.ts';
import type { CutChoice } from './search.ts';

export function useSecondOrders(by: CutChoice) {
  const { shop } = useFilters();
  return useQuery({
    queryKey: ['second-orders', shop, by],
    queryFn: async ({ signal }) => (await request(secondOrdersQuery, { shop, by }, signal)).secondOrders,
    placeholderData: keepPreviousData,
  });
}
