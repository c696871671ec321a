import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';

import { request } from '../api/graphql.ts';
import { useShop } from '../filters/shop-context.tsx';
import { useFilters } from '../filters/use-filters.ts';
import type { Exportable } from '../export/use-export.ts';
import type { Dimension, DimensionFilter, MetricId, MetricsQueryVariables } from '../gql/graphql.ts';
import { metricsQuery } from './queries.ts';
import type { ComparisonKind, Grain, MetricAnswer, Period } from './types.ts';

export interface MetricsRequest {
  metrics: readonly MetricId[];
  /** Left out: the page's period. */
  period?: Period;
  grain?: Grain;
  by?: readonly Dimension[];
  /** Added to the page's shop and region filter. */
  where?: readonly DimensionFilter[];
  compare?: readonly ComparisonKind[];
  limit?: number;
  enabled?: boolean;
}

export type MetricsState = UseQueryResult<MetricAnswer>;

/** One metrics question under the page's filters. Old figures stay while new ones load. */
export function useMetrics(asked: MetricsRequest): MetricsState {
  const variables = useMetricsVariables(asked);
  return useQuery({
    queryKey: ['metrics', variables],
    queryFn: async ({ signal }): Promise<MetricAnswer> => (await request(metricsQuery, variables, signal)).metrics,
    placeholderData: keepPreviousData,
    enabled: asked.enabled ?? true,
  });
}

/** The same question as a file: a row a point, under the same filters. */
export function useMetricsExport(asked: MetricsRequest, file: string): Exportable {
  return { document: metricsQuery, variables: useMetricsVariables(asked), file };
}

function useMetricsVariables(asked: MetricsRequest): MetricsQueryVariables {
  const filters = useFilters();
  const conditions = useFilterConditions();
  const regional = useRegional(asked.metrics);
  const where = conditions.filter(({ dimension }) => dimension !== 'REGION' || regional);
  const compare = [...(asked.compare ?? [])];
  return {
    metrics: [...asked.metrics],
    period: asked.period ?? filters.asked,
    grain: asked.grain ?? 'TOTAL',
    by: [...(asked.by ?? [])],
    where: [...where, ...(asked.where ?? [])],
    compare,
    events: compare.includes('SAME_DAYS_OF_EVENT') ? [...filters.events] : [],
    limit: asked.limit ?? 50,
  };
}

/** Whether all of these figures can be filtered by region: mentions and members, for instance, belong to none. */
export function useRegional(metrics: readonly string[]): boolean {
  const { definitions } = useShop();
  return metrics.every((metric) => definitions.get(metric)?.dimensions.includes('REGION') ?? true);
}

/** The page's shop and regions as the API's filter; a drill carries the same. */
export function useFilterConditions(): DimensionFilter[] {
  const { shop, regions } = useFilters();
  return useMemo(
    () => [
      { dimension: 'SHOP' as const, in: [shop] },
      ...(regions.length > 0 ? [{ dimension: 'REGION' as const, in: [...regions] }] : []),
    ],
    [shop, regions],
  );
}
