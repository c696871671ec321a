import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';

import { request } from '../../api/graphql.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useYearWindow } from '../../filters/use-windows.ts';
import type { DriversQuery } from '../../gql/graphql.ts';
import { useFilterConditions } from '../../metric/use-metrics.ts';
import { driversQuery } from './queries.ts';
import type { OutcomeChoice } from './search.ts';

export type Found = DriversQuery['drivers'];
export type Driver = Found['drivers'][number];
export type DriversState = UseQueryResult<Found>;

/** A year to the period's end: a quarter has too few complaints to tell their factors apart. */
export function useDrivers(outcome: OutcomeChoice): DriversState {
  const { shop } = useFilters();
  const period = useYearWindow();
  const where = useFilterConditions(['ORDERS']).filter(({ dimension }) => dimension !== 'SHOP');
  const variables = { shop, outcome, period, where };
  return useQuery({
    queryKey: ['drivers', variables],
    queryFn: async ({ signal }) => (await request(driversQuery, variables, signal)).drivers,
    placeholderData: keepPreviousData,
  });
}
