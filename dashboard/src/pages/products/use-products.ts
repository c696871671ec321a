import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { request } from '../../api/graphql.ts';
import { useFilters } from '../../filters/use-filters.ts';
import { useSparkWindow, useYearWindow } from '../../filters/use-windows.ts';
import type { MetricId } from '../../gql/graphql.ts';
import { useMayDrill } from '../../metric/Drill.tsx';
import { useMetrics } from '../../metric/use-metrics.ts';
import { uncertifiedQuery } from './queries.ts';

export const headline = [
  'NOT_AS_DESCRIBED_RATE',
  'DEFECT_RATE',
  'PRODUCT_RETURN_RATE',
  'INFORMATION_COMPLETENESS',
  'CERTIFICATE_COVERAGE',
  'INSPECTION_PASS_RATE',
  'SANCTIONS',
  'SANCTION_DAYS_P50',
] as const satisfies readonly MetricId[];

export const scored = [
  'PROMISE_KEPT_RATE',
  'NOT_AS_DESCRIBED_RATE',
  'RETURN_RATE',
  'POSITIVE_REVIEW_RATE',
  'ORDER_DEFECT_RATE',
] as const satisfies readonly MetricId[];

export function useProducts() {
  const { compare } = useFilters();
  const totals = useMetrics({ metrics: headline, compare });
  const history = useMetrics({ metrics: headline, period: useSparkWindow(), grain: 'MONTH' });
  const period = useYearWindow();
  const byProduct = useMetrics({ metrics: ['NOT_AS_DESCRIBED_RATE'], by: ['PRODUCT'], limit: 200, period }).data;
  const whole = useMetrics({ metrics: ['NOT_AS_DESCRIBED_RATE'], period }).data;
  return { totals, history, year: byProduct && whole ? { byProduct, whole } : undefined };
}

/** A year of each: a quarter of one merchant is too little to judge by. */
export function useMerchants() {
  const period = useYearWindow();
  const cards = useMetrics({ metrics: scored, by: ['MERCHANT'], limit: 15, period });
  const whole = useMetrics({ metrics: scored, period });
  return { cards, whole, period };
}

const SHOWN = 8;

export function useUncertified() {
  const { shop } = useFilters();
  return useQuery({
    queryKey: ['uncertified', shop],
    enabled: useMayDrill(),
    queryFn: async ({ signal }) => (await request(uncertifiedQuery, { shop, first: SHOWN }, signal)).merchants,
    placeholderData: keepPreviousData,
  });
}
