import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { request } from '../../api/graphql.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useSparkWindow, useYearWindow } from '../../filters/use-windows.ts';
import type { MetricId } from '../../gql/graphql.ts';
import { useMayDrill } from '../../metric/Drill.tsx';
import { useMetrics } from '../../metric/use-metrics.ts';
import { bestCustomersQuery, failedCustomersQuery, rfmQuery, tiersQuery } from './queries.ts';

export const headline = [
  'LOYAL_CUSTOMER_SHARE',
  'ACTIVE_CUSTOMERS',
  'LAPSED_CUSTOMER_RATE',
  'MEMBERS',
  'BENEFIT_USE_RATE',
  'CARE_COVERAGE',
  'POINTS_LIABILITY',
  'POINTS_REDEMPTION_RATE',
] as const satisfies readonly MetricId[];

export function useMembership() {
  const { compare } = useFilters();
  const totals = useMetrics({ metrics: headline, compare });
  const history = useMetrics({ metrics: headline, period: useSparkWindow(), grain: 'MONTH' });
  const byLoyalty = useMetrics({ metrics: ['NEXT_ORDER_RATE_90D'], by: ['LOYALTY'], period: useYearWindow() });
  return { totals, history, byLoyalty };
}

export function useTierMigration() {
  const { shop, period } = useFilters();
  return useQuery({
    queryKey: ['tiers', shop, period],
    queryFn: async ({ signal }) => (await request(tiersQuery, { shop, period }, signal)).tierMigration,
    placeholderData: keepPreviousData,
  });
}

export function useRfm() {
  const { shop } = useFilters();
  return useQuery({
    queryKey: ['rfm', shop],
    queryFn: async ({ signal }) => (await request(rfmQuery, { shop }, signal)).rfm,
    placeholderData: keepPreviousData,
  });
}

/** As many as a team looks after by name. */
const SHOWN = 10;

export function useBestCustomers() {
  const { shop } = useFilters();
  return useQuery({
    queryKey: ['best-customers', shop],
    enabled: useMayDrill(),
    queryFn: async ({ signal }) => (await request(bestCustomersQuery, { shop, first: SHOWN }, signal)).customers,
    placeholderData: keepPreviousData,
  });
}

export function useFailedCustomers() {
  const { shop } = useFilters();
  return useQuery({
    queryKey: ['failed-customers', shop],
    enabled: useMayDrill(),
    queryFn: async ({ signal }) => (await request(failedCustomersQuery, { shop, first: SHOWN }, signal)).customers,
    placeholderData: keepPreviousData,
  });
}
