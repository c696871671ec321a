import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { request } from '../../api/graphql.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useSparkWindow } from '../../filters/use-windows.ts';
import type { MetricId } from '../../gql/graphql.ts';
import { useFilterConditions, useMetrics } from '../../metric/use-metrics.ts';
import { openComplaintsQuery } from './queries.ts';

export const headline = [
  'COMPLAINTS',
  'COMPLAINT_RATE',
  'COMPLAINT_RATE_BY_ORDER_DATE',
  'COMPLAINT_CLOSURE_IN_TIME_RATE',
  'COMPLAINT_RECURRENCE_RATE',
  'COMPLAINT_ESCALATION_RATE',
  'NEGATIVE_FEEDBACK_RATE',
  'RECOVERY_REPURCHASE_RATE_90D',
] as const satisfies readonly MetricId[];

export function useHeadline() {
  const { compare } = useFilters();
  const totals = useMetrics({ metrics: headline, compare });
  const history = useMetrics({ metrics: headline, period: useSparkWindow(), grain: 'MONTH' });
  const byCause = useMetrics({ metrics: ['COMPLAINTS'], by: ['CAUSE'], limit: 20 });
  return { totals, history, byCause };
}

const shown = 10;

/** Every complaint still open at the end of the last day, whenever it began. */
export function useOpenComplaints() {
  const { shop } = useFilters();
  const where = { shop, caseType: 'complaint', open: true, dimensions: useFilterConditions(['COMPLAINTS']) };
  return useQuery({
    queryKey: ['open complaints', where],
    queryFn: async ({ signal }) => (await request(openComplaintsQuery, { first: shown, where }, signal)).serviceCases,
    placeholderData: keepPreviousData,
  });
}
