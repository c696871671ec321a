import type { Grain, Period } from '../metric/types.ts';
import { wholeBuckets } from './days.ts';
import { sparkWindow, trendWindow, yearTo } from './periods.ts';
import { useFilters } from './use-filters.ts';

/** The window of a trend in whole buckets of its grain: its ends are hollow only where the data ends. */
export function useTrendWindow(grain: Grain): Period {
  const { period, firstDay, asOf } = useFilters();
  return wholeBuckets(trendWindow(period, firstDay), grain, firstDay, asOf);
}

/** Twelve months to the period's end, whole, for tables with a column a month. */
export function useYearWindow(): Period {
  const { period, firstDay, asOf } = useFilters();
  return wholeBuckets(yearTo(period, firstDay), 'MONTH', firstDay, asOf);
}

export function useSparkWindow(): Period {
  const { period, firstDay, asOf } = useFilters();
  return wholeBuckets(sparkWindow(period, firstDay), 'MONTH', firstDay, asOf);
}
