import { monthStart } from '../../filters/days.ts';
import { useShop } from '../../filters/shop-context.tsx';
import { useFilters } from '../../filters/use-filters.ts';
import { useTrendWindow } from '../../filters/use-windows.ts';
import type { MetricId } from '../../gql/graphql.ts';
import { useMetrics } from '../../metric/use-metrics.ts';

export const definitions = [
  'REPEAT_PURCHASE_DAYS_RATE',
  'REPEAT_PURCHASE_RATE',
  'REPURCHASE_RATE_30D',
  'REPURCHASE_RATE_90D',
  'REPURCHASE_RATE_365D',
] as const satisfies readonly MetricId[];

export const windows = [
  'REPURCHASE_RATE_30D',
  'REPURCHASE_RATE_90D',
  'REPURCHASE_RATE_365D',
] as const satisfies readonly MetricId[];

/** Coming back takes longer than a quarter: the definitions and cohorts read the whole history, whatever period is chosen. */
export function useHistory() {
  const { firstDay, asOf } = useShop();
  return { from: firstDay, to: asOf };
}

export const useDefinitions = () => useMetrics({ metrics: definitions, period: useHistory() });

export const useByLate = () => useMetrics({ metrics: ['REPURCHASE_RATE_90D'], period: useHistory(), by: ['LATE'] });

export const useByDelay = () =>
  useMetrics({ metrics: ['REPURCHASE_RATE_90D'], period: useHistory(), by: ['DELAY_BUCKET'] });

export function useCohorts() {
  const { from, to } = useHistory();
  return useMetrics({ metrics: windows, period: { from: monthStart(from), to }, grain: 'MONTH' });
}

/** Customers of each bucket, and those of them for whom the order was not the first. */
export function useCustomers() {
  const { grain } = useFilters();
  const window = useTrendWindow(grain);
  const all = useMetrics({ metrics: ['CUSTOMERS'], period: window, grain });
  const returning = useMetrics({
    metrics: ['CUSTOMERS'],
    period: window,
    grain,
    where: [{ dimension: 'FIRST_OR_REPEAT', in: ['repeat'] }],
  });
  return { all, returning };
}
