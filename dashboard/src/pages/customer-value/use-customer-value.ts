import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { request } from '../../api/graphql.ts';
import { useFilters } from '../../filters/use-filters.ts';
import type { CustomerValueQuery } from '../../gql/graphql.ts';
import { customerValueQuery } from './queries.ts';

export type Found = CustomerValueQuery['customerValue'];

export function useCustomerValue() {
  const { shop } = useFilters();
  return useQuery({
    queryKey: ['customer-value', shop],
    queryFn: async ({ signal }) => (await request(customerValueQuery, { shop }, signal)).customerValue,
    placeholderData: keepPreviousData,
  });
}

export type CustomerValueState = ReturnType<typeof useCustomerValue>;
