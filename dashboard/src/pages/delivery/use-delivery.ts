import { useFilters } from '../../filters/use-filters.ts';
import { useSparkWindow, useTrendWindow } from '../../filters/use-windows.ts';
import type { MetricId } from '../../gql/graphql.ts';
import { usePairs } from '../../metric/cards/PairsLeagueCard.tsx';
import { starShares } from '../../metric/stars.ts';
import { METRIC, spanOf, spans } from './overdue.ts';
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
  const totals = useMetrics({ metrics: [...headline, 'DELIVERY_DAYS_P90', 'PARCEL_ON_TIME_RATE'], compare });
  const history = useMetrics({ metrics: headline, period: useSparkWindow(), grain: 'MONTH' });
  const scores = useMetrics({ metrics: ['AVERAGE_REVIEW_SCORE'], by: ['LATE'] });
  const lanes = usePairs('PARCEL_ON_TIME_RATE', ['CARRIER', 'REGION']);
  return { totals, history, scores, lanes };
}

export function useDays() {
  const { grain } = useFilters();
  return useMetrics({ metrics: days, period: useTrendWindow(grain), grain });
}

export const useRegionMonths = (metric: MetricId) =>
  useMetrics({ metrics: [metric], period: useTrendWindow('MONTH'), grain: 'MONTH', by: ['REGION'], limit: 12 });

/** From payment to the door; then whether the door was opened the first time. */
export const stages = [
  'PICKUP_HOURS_MEAN',
  'PICKUP_48H_RATE',
  'PICKUP_TO_DELIVERED_HOURS_P50',
  'LAST_MILE_HOURS_P50',
  'PAID_TO_DELIVERED_HOURS_P50',
  'PAID_TO_DELIVERED_HOURS_P90',
  'FIRST_ATTEMPT_RATE',
  'LONGEST_SILENCE_HOURS_P90',
] as const satisfies readonly MetricId[];

export function useStages() {
  const { compare } = useFilters();
  return useMetrics({ metrics: stages, compare: compare.slice(0, 1) });
}

const notCome = [{ dimension: 'DELAY_BUCKET' as const, in: ['not_delivered'] }];

/** Whatever the page's period: what is overdue now is overdue now. */
export function useOverdue() {
  const { asOf, firstDay } = useFilters();
  const asked = (span: (typeof spans)[number]) => ({
    metrics: [METRIC] as const,
    by: ['CARRIER'] as const,
    where: notCome,
    period: spanOf(span, asOf, firstDay),
  });
  return [useMetrics(asked(spans[0])), useMetrics(asked(spans[1])), useMetrics(asked(spans[2]))] as const;
}

export const useStars = () =>
  useMetrics({ metrics: [...starShares, 'AVERAGE_REVIEW_SCORE', 'NEGATIVE_REVIEW_RATE'], by: ['DELAY_BUCKET'] });
