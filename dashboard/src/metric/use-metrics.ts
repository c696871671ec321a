import { keepPreviousData, useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';

import { request } from '../api/graphql.ts';
import { useShop } from '../filters/shop-context.tsx';
import { useFilters } from '../filters/use-filters.ts';
import type { Exportable } from '../export/use-export.ts';
import type { Dimension, DimensionFilter, MetricId, MetricsQueryVariables } from '../gql/graphql.ts';
import { conditionsFor, joined, partsOf, type PageConditions } from './conditions.ts';
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
  /** What cuts by these dimensions leave over is not left out of it: the whole that slices are held against. */
  apart?: readonly Dimension[];
  enabled?: boolean;
}

export type MetricsState = UseQueryResult<MetricAnswer>;

/** One metrics question under the page's filters. Old figures stay while new ones load. */
export function useMetrics(asked: MetricsRequest): MetricsState {
  const { definitions } = useShop();
  const variables = useVariables(asked);
  const parts = partsOf(usePage(), asked.metrics, (metric) => definitions.get(metric)?.dimensions, apartOf(asked));
  const questions = parts.map((part) => ({
    ...variables,
    metrics: part.metrics,
    where: [...part.where, ...(asked.where ?? [])],
  }));
  return useQuery({
    queryKey: ['metrics', ...questions],
    queryFn: async ({ signal }): Promise<MetricAnswer> => {
      const answers = await Promise.all(questions.map((each) => request(metricsQuery, each, signal)));
      const [first, ...rest] = answers.map(({ metrics }) => metrics);
      if (!first) throw new Error('No metric was asked for.');
      return joined([first, ...rest], asked.metrics);
    },
    placeholderData: keepPreviousData,
    enabled: asked.enabled ?? true,
  });
}

/** The same question as a file: a row a point, under the filters that all its figures carry. */
export function useMetricsExport(asked: MetricsRequest, file: string): Exportable {
  return { document: metricsQuery, variables: useMetricsVariables(asked), file };
}

/** The question as it is sent. */
export function useMetricsVariables(asked: MetricsRequest): MetricsQueryVariables {
  const where = useFilterConditions(asked.metrics, apartOf(asked));
  return { ...useVariables(asked), where: [...where, ...(asked.where ?? [])] };
}

/** Slices of a dimension keep their siblings when one of them is chosen: it stands out among them. */
const apartOf = ({ apart = [], by = [] }: MetricsRequest): Dimension[] => [...apart, ...by];

function useVariables(asked: MetricsRequest): MetricsQueryVariables {
  const filters = useFilters();
  const compare = [...(asked.compare ?? [])];
  return {
    metrics: [...asked.metrics],
    period: asked.period ?? filters.asked,
    grain: asked.grain ?? 'TOTAL',
    by: [...(asked.by ?? [])],
    compare,
    events: compare.includes('SAME_DAYS_OF_EVENT') ? [...filters.events] : [],
    limit: asked.limit ?? 50,
  };
}

function usePage(): PageConditions {
  const { shop, regions, cuts } = useFilters();
  return useMemo(() => ({ shop, regions, cuts }), [shop, regions, cuts]);
}

/** The page's filters that all of these figures carry, as the API takes them; a drill carries the same. */
export function useFilterConditions(metrics: readonly string[], apart?: readonly string[]): DimensionFilter[] {
  const { definitions } = useShop();
  return conditionsFor(usePage(), metrics, (metric) => definitions.get(metric)?.dimensions, apart);
}
