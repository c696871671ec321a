import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { request } from '../../api/graphql.ts';
import { addMonths, later, monthStart } from '../../filters/days.ts';
import type { Dimension, MetricId } from '../../gql/graphql.ts';
import { useFilterConditions, useMetrics } from '../../metric/use-metrics.ts';
import { retentionQuery, survivalQuery } from './queries.ts';
import { useHistory } from './use-repurchase.ts';

export const MONTHS = 12;
/** As many months of first orders as a reader can take in. */
const COHORTS = 24;
/** A year in steps of thirty days: those still observed are told on each. */
export const CURVE_DAYS = 360;

/** The months whose retention is a metric of its own. */
export const retentionMetrics = {
  1: 'COHORT_RETENTION_M1',
  2: 'COHORT_RETENTION_M2',
  3: 'COHORT_RETENTION_M3',
  6: 'COHORT_RETENTION_M6',
  12: 'COHORT_RETENTION_M12',
} as const satisfies Record<number, MetricId>;

export const depthMetrics = [
  'REPEAT_ORDER_DEPTH_2',
  'REPEAT_ORDER_DEPTH_3',
  'REPEAT_ORDER_DEPTH_5',
] as const satisfies readonly MetricId[];

export const shareMetrics = {
  30: 'SHARE_BACK_30D',
  60: 'SHARE_BACK_60D',
  90: 'SHARE_BACK_90D',
} as const satisfies Record<number, MetricId>;

/** The last two years of months with first orders, up to today. */
export function useCohortMonths() {
  const { from, to } = useHistory();
  return { from: later(monthStart(from), addMonths(to, 1 - COHORTS)), to };
}

export function useRetention() {
  const variables = {
    period: useCohortMonths(),
    where: useFilterConditions(Object.values(retentionMetrics)),
    months: MONTHS,
  };
  return useQuery({
    queryKey: ['cohort-retention', variables],
    queryFn: async ({ signal }) => (await request(retentionQuery, variables, signal)).cohortRetention,
    placeholderData: keepPreviousData,
  });
}

/** The same months as figures: what a head of a column opens. */
export const useRetentionTotals = () =>
  useMetrics({ metrics: Object.values(retentionMetrics), period: useCohortMonths() });

export function useSurvival(by: Dimension | null) {
  const variables = { period: useHistory(), where: useFilterConditions(['SHARE_BACK_90D']), days: CURVE_DAYS, by };
  return useQuery({
    queryKey: ['survival', variables],
    queryFn: async ({ signal }) => (await request(survivalQuery, variables, signal)).survival,
    placeholderData: keepPreviousData,
  });
}

export const useDepth = () => useMetrics({ metrics: depthMetrics, period: useHistory() });

export const useDepthByQuarter = () => useMetrics({ metrics: depthMetrics, period: useHistory(), grain: 'QUARTER' });
