import { useMemo } from 'react';

import { lastMonthOf } from '../../filters/periods.ts';
import { useFilters } from '../../filters/use-filters.ts';
import type { ComparisonKind, MetricAnswer } from '../../metric/types.ts';
import { useMetrics } from '../../metric/use-metrics.ts';
import { findings, sliced, type Finding } from './findings.ts';

/** What changed against one comparison, and inside the period; with the regions and late parcels behind it. */
export function useFindings(totals: MetricAnswer | undefined, kind: ComparisonKind | undefined): Finding[] | undefined {
  const { period } = useFilters();
  const enabled = kind !== undefined;
  const comparing = kind ? [kind] : [];
  const byRegion = useMetrics({ metrics: sliced, by: ['REGION'], compare: comparing, limit: 60, enabled });
  const byLate = useMetrics({ metrics: ['NEGATIVE_REVIEW_RATE'], by: ['LATE'], compare: comparing, enabled });
  const month = lastMonthOf(period);
  const inMonth = {
    metrics: ['PROMISE_KEPT_RATE'] as const,
    period: month ?? period,
    compare: ['PREVIOUS_PERIOD'] as const,
    enabled: enabled && month !== undefined,
  };
  const monthTotal = useMetrics(inMonth);
  const monthRegions = useMetrics({ ...inMonth, by: ['REGION'], limit: 60 });
  return useMemo(() => {
    if (!totals || !kind) return undefined;
    return findings({
      period,
      kind,
      totals,
      byRegion: byRegion.data,
      byLate: byLate.data,
      month:
        month && monthTotal.data ? { period: month, total: monthTotal.data, byRegion: monthRegions.data } : undefined,
    });
  }, [totals, byRegion.data, byLate.data, monthTotal.data, monthRegions.data, kind, period, month]);
}
