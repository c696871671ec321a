import { useMemo } from 'react';

import { useFilters } from '../../filters/use-filters.ts';
import { useSparkWindow, useTrendWindow, useYearWindow } from '../../filters/use-windows.ts';
import type { MetricId } from '../../gql/graphql.ts';
import { earlierYear } from '../../metric/earlier-year.ts';
import { starShares } from '../../metric/stars.ts';
import type { MetricAnswer } from '../../metric/types.ts';
import { useMetrics } from '../../metric/use-metrics.ts';
import { ranked } from './findings.ts';
import { askedMetrics } from './questions.ts';

/** The figures on the page, chapter by chapter. */
export const chapters = {
  promise: ['PROMISE_KEPT_RATE', 'ON_TIME_DELIVERY_RATE', 'DELIVERY_DAYS_P50'],
  service: ['COMPLAINT_RATE', 'CSAT', 'FIRST_RESPONSE_MINUTES_P50'],
  voice: ['POSITIVE_REVIEW_RATE', 'NEGATIVE_REVIEW_RATE', 'AVERAGE_REVIEW_SCORE'],
  loyalty: ['REPEAT_PURCHASE_DAYS_RATE', 'REPURCHASE_RATE_30D', 'REPURCHASE_RATE_90D'],
  demand: ['ORDERS', 'GMV', 'CUSTOMERS'],
} as const satisfies Record<string, readonly MetricId[]>;

const headline: readonly MetricId[] = Object.values(chapters).flat();
const explaining: readonly MetricId[] = ['PROMISED_DAYS_P50', 'AVERAGE_ORDER_VALUE'];

/** The KPI cards, the months behind their sparklines, and the figures that answer a question each. */
export function useFigures() {
  const { compare } = useFilters();
  const window = useSparkWindow();
  const totals = useMetrics({ metrics: [...new Set([...headline, ...explaining, ...ranked])], compare });
  const history = useMetrics({ metrics: [...headline, ...explaining], period: window, grain: 'MONTH' });
  const asked = useMetrics({ metrics: askedMetrics.filter((metric) => !headline.includes(metric)), compare });
  const known = useMemo(() => together(totals.data, asked.data), [totals.data, asked.data]);
  return { totals, history, known };
}

/** Figures of two questions over the same days as one answer; the second may still be on its way. */
function together(first: MetricAnswer | undefined, second: MetricAnswer | undefined): MetricAnswer | undefined {
  if (!first || !second) return first;
  return {
    ...first,
    series: [...first.series, ...second.series],
    explain: [...first.explain, ...second.explain],
  };
}

/** Promise kept over time, and the same weeks a year earlier where that comparison is on. */
export function usePromiseTrend() {
  const { grain, compareKeys } = useFilters();
  const window = useTrendWindow(grain);
  const metrics = ['PROMISE_KEPT_RATE'] as const;
  const compared = compareKeys.includes('year');
  const now = useMetrics({ metrics, period: window, grain });
  const before = useMetrics({ metrics, period: earlierYear(window, grain), grain, enabled: compared });
  return { now, before: compared ? before.data : undefined };
}

const mostRegions = 16;

export function useRegionMonths() {
  const window = useYearWindow();
  const query = useMetrics({
    metrics: ['PROMISE_KEPT_RATE'],
    period: window,
    grain: 'MONTH',
    by: ['REGION'],
    limit: mostRegions,
  });
  return { window, query };
}

export function useStars() {
  const window = useTrendWindow('MONTH');
  const byDelay = useMetrics({
    metrics: [...starShares, 'AVERAGE_REVIEW_SCORE'],
    period: window,
    by: ['DELAY_BUCKET'],
  });
  const byLate = useMetrics({ metrics: ['NEGATIVE_REVIEW_RATE'], by: ['LATE'] });
  return { window, byDelay, byLate };
}
