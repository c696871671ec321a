import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { request } from '../../api/graphql.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useSparkWindow } from '../../filters/use-windows.ts';
import type { MetricId } from '../../gql/graphql.ts';
import { useFilterConditions, useMetrics } from '../../metric/use-metrics.ts';
import { returnStepsQuery, spreadQuery } from './queries.ts';

export const headline = [
  'RETURNS',
  'RETURN_RATE',
  'QUALITY_RETURN_RATE',
  'RETURN_APPROVAL_RATE',
  'REQUEST_TO_MONEY_HOURS_P50',
  'REFUND_OVERDUE_RATE',
  'PLATFORM_INTERVENTION_RATE',
  'COMPENSATION_COVERAGE',
] as const satisfies readonly MetricId[];

export const costs = [
  'REFUND_AMOUNT',
  'COMPENSATION_COST',
  'AVERAGE_COMPENSATION',
  'FAILURE_COST_PER_ORDER',
  'SERVICE_COST_PER_ORDER',
  'DELIVERY_COST_PER_PARCEL',
] as const satisfies readonly MetricId[];

export function useHeadline() {
  const { compare } = useFilters();
  const totals = useMetrics({ metrics: [...headline, 'REQUEST_TO_MONEY_HOURS_P90'], compare });
  const history = useMetrics({ metrics: headline, period: useSparkWindow(), grain: 'MONTH' });
  const byReason = useMetrics({ metrics: ['RETURNS'], by: ['RETURN_REASON'], limit: 20 });
  return { totals, history, byReason };
}

export function useCosts() {
  const { compare } = useFilters();
  return useMetrics({ metrics: costs, compare: compare.slice(0, 1) });
}

export function useReturnSteps() {
  const { shop, period } = useFilters();
  const variables = { shop, period, where: useFilterConditions(['RETURN_REQUESTS']) };
  return useQuery({
    queryKey: ['return steps', variables],
    queryFn: async ({ signal }) => (await request(returnStepsQuery, variables, signal)).stepFunnel,
    placeholderData: keepPreviousData,
  });
}

export function useSpread() {
  const { shop, period } = useFilters();
  const variables = { shop, period };
  return useQuery({
    queryKey: ['compensation spread', variables],
    queryFn: async ({ signal }) => (await request(spreadQuery, variables, signal)).compensationSpread,
    placeholderData: keepPreviousData,
  });
}
