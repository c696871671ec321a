import { useFilters } from '../../filters/use-filters.ts';
import { useSparkWindow, useTrendWindow } from '../../filters/use-windows.ts';
import type { MetricId } from '../../gql/graphql.ts';
import { starShares } from '../../metric/stars.ts';
import { useMetrics } from '../../metric/use-metrics.ts';

export const headline = [
  'PROMISE_KEPT_RATE',
  'ON_TIME_DELIVERY_RATE',
  'DELIVERY_DAYS_P50',
  'PROMISED_DAYS_P50',
] as const satisfies readonly MetricId[];

const days = ['DELIVERY_DAYS_P50', 'DELIVERY_DAYS_P90', 'PROMISED_DAYS_P50'] as const satisfies readonly MetricId[];

export function useHeadline() {
  const { compare } = useFilters();
  const totals = useMetrics({ metrics: [...headline, 'DELIVERY_DAYS_P90'], compare });
  const history = useMetrics({ metrics: headline, period: useSparkWindow(), grain: 'MONTH' });
  const scores = useMetrics({ metrics: ['AVERAGE_REVIEW_SCORE'], by: ['LATE'] });
  return { totals, history, scores };
}

export function useDays() {
  const { grain } = useFilters();
  return useMetrics({ metrics: days, period: useTrendWindow(grain), grain });
}

export const useRegionMonths = (metric: MetricId) =>
  useMetrics({ metrics: [metric], period: useTrendWindow('MONTH'), grain: 'MONTH', by: ['REGION'], limit: 12 });

export const useStars = () =>
  useMetrics({ metrics: [...starShares, 'AVERAGE_REVIEW_SCORE', 'NEGATIVE_REVIEW_RATE'], by: ['DELAY_BUCKET'] });
