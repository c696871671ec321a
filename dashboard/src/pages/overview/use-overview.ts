import { useMemo } from 'react';

import { sparkWindow, trendWindow } from '../../filters/periods.ts';
import { useFilters } from '../../filters/use-filters.ts';
import type { MetricId } from '../../gql/graphql.ts';
import { rankChanges, type Change } from '../../metric/change.ts';
import { earlierYear } from '../../metric/earlier-year.ts';
import { starShares } from '../../metric/stars.ts';
import { useMetrics } from '../../metric/use-metrics.ts';

/** The figures on the page, chapter by chapter, and those that only explain them. */
export const chapters = {
  promise: ['PROMISE_KEPT_RATE', 'ON_TIME_DELIVERY_RATE', 'DELIVERY_DAYS_P50'],
  voice: ['POSITIVE_REVIEW_RATE', 'NEGATIVE_REVIEW_RATE', 'AVERAGE_REVIEW_SCORE'],
  loyalty: ['REPEAT_PURCHASE_DAYS_RATE', 'REPURCHASE_RATE_30D', 'REPURCHASE_RATE_90D'],
  demand: ['ORDERS', 'GMV', 'CUSTOMERS'],
} as const satisfies Record<string, readonly MetricId[]>;

const headline: readonly MetricId[] = Object.values(chapters).flat();
const asked: readonly MetricId[] = [...headline, 'PROMISED_DAYS_P50', 'AVERAGE_ORDER_VALUE'];

/** Whose change is ranked. Two names of nearly one thing would fill the list twice: only the first of each is in it. */
const ranked: readonly MetricId[] = [
  'PROMISE_KEPT_RATE',
  'NEGATIVE_REVIEW_RATE',
  'DELIVERY_DAYS_P50',
  'REPURCHASE_RATE_30D',
  'ORDERS',
  'AVERAGE_ORDER_VALUE',
  'CANCELLATION_RATE',
];
const sliced: readonly MetricId[] = ['PROMISE_KEPT_RATE', 'NEGATIVE_REVIEW_RATE', 'ORDERS', 'CANCELLATION_RATE'];

/** The KPI cards, and the months behind their sparklines. */
export function useFigures() {
  const { period, compare, firstDay } = useFilters();
  const totals = useMetrics({ metrics: [...asked, 'CANCELLATION_RATE'], compare });
  const history = useMetrics({ metrics: asked, period: sparkWindow(period, firstDay), grain: 'MONTH' });
  return { totals, history };
}

/** What changed against the first comparison that is switched on, strongest first, with the regions behind it. */
export function useChanges(totals: ReturnType<typeof useMetrics>) {
  const { compare } = useFilters();
  const kind = compare[0];
  const byRegion = useMetrics({
    metrics: sliced,
    by: ['REGION'],
    compare: kind ? [kind] : [],
    limit: 60,
    enabled: kind !== undefined,
  });
  const changes = useMemo(
    (): Change[] | undefined =>
      totals.data && kind ? rankChanges(totals.data, byRegion.data, ranked, kind) : undefined,
    [totals.data, byRegion.data, kind],
  );
  return { changes, kind, byRegion };
}

/** Promise kept over time, and the same weeks a year earlier where that comparison is on. */
export function usePromiseTrend() {
  const { period, firstDay, grain, compareKeys } = useFilters();
  const window = trendWindow(period, firstDay);
  const metrics = ['PROMISE_KEPT_RATE'] as const;
  const now = useMetrics({ metrics, period: window, grain });
  const before = useMetrics({
    metrics,
    period: earlierYear(window, grain),
    grain,
    enabled: compareKeys.includes('year'),
  });
  return { now, before: compareKeys.includes('year') ? before.data : undefined, window };
}

export function useRegionMonths() {
  const { period, firstDay } = useFilters();
  const window = trendWindow(period, firstDay);
  return {
    window,
    query: useMetrics({ metrics: ['PROMISE_KEPT_RATE'], period: window, grain: 'MONTH', by: ['REGION'], limit: 12 }),
  };
}

export function useStars() {
  const { period, firstDay } = useFilters();
  const window = trendWindow(period, firstDay);
  const byDelay = useMetrics({
    metrics: [...starShares, 'AVERAGE_REVIEW_SCORE'],
    period: window,
    by: ['DELAY_BUCKET'],
  });
  const byLate = useMetrics({ metrics: ['NEGATIVE_REVIEW_RATE'], by: ['LATE'] });
  return { window, byDelay, byLate };
}
