import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';

import { soFar } from '../filters/periods.ts';
import { useFilters } from '../filters/use-filters.ts';
import type { DimensionFilter, MetricId, MetricRowsInput } from '../gql/graphql.ts';
import { sliceFilters, type RowsSearch } from './rows-search.ts';
import type { Period } from './types.ts';
import { useFilterConditions } from './use-metrics.ts';

interface RowsFilter {
  shop: string;
  days: Period;
  conditions: DimensionFilter[];
  /** The figure whose rows are listed, if one is. */
  behind: MetricRowsInput | undefined;
}

/** What a list of rows is filtered by: the very filter that made the figure it stands behind; `plain` counts its rows where there is no figure. */
export function useRowsFilter(search: RowsSearch, plain: MetricId = 'ORDERS'): RowsFilter {
  const { shop, period, asOf } = useFilters();
  const sliced = sliceFilters(search.slice);
  const page = useFilterConditions(
    [search.behind ?? plain],
    sliced.map(({ dimension }) => dimension),
  );
  const conditions = [...page, ...sliced];
  const days = soFar({ from: search.rowsFrom ?? period.from, to: search.rowsTo ?? period.to }, asOf);
  const behind = search.behind && {
    metric: search.behind,
    part: search.part ?? 'DENOMINATOR',
    period: days,
    where: conditions,
  };
  return { shop, days, conditions, behind };
}

interface PageAsked {
  first: number;
  after: string | null;
}

interface Page {
  pageInfo: { hasNextPage: boolean; endCursor?: string | null };
}

const PAGE_SIZE = 50;

/** A connection read page by page, each where the one before it ended. */
export function useRowPages<P extends Page>(
  key: readonly unknown[],
  read: (page: PageAsked, signal: AbortSignal) => Promise<P>,
  /** Asked again so often; without it once. */
  refetchInterval: number | false = false,
) {
  return useInfiniteQuery({
    queryKey: key,
    queryFn: ({ pageParam, signal }) => read({ first: PAGE_SIZE, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? (pageInfo.endCursor ?? null) : null),
    placeholderData: keepPreviousData,
    refetchInterval,
  });
}
