import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';

import { request } from '../../api/graphql.ts';
import { useFilters } from '../../filters/use-filters.ts';
import type { CasesQuery, DimensionFilter, ServiceCaseOrder, ServiceCaseWhere } from '../../gql/graphql.ts';
import { sliceFilters } from '../../metric/rows-search.ts';
import type { Period } from '../../metric/types.ts';
import { useFilterConditions } from '../../metric/use-metrics.ts';
import { casesQuery } from './queries.ts';
import type { CasesSearch } from './search.ts';

export type CaseRow = CasesQuery['serviceCases']['nodes'][number];

const pageSize = 50;

/** What is open now is open whenever it began: only without a state does the period choose. */
function whereOf(search: CasesSearch, shop: string, days: Period, conditions: DimensionFilter[]): ServiceCaseWhere {
  const caseType = search.type ? { caseType: search.type } : {};
  if (search.behind)
    return {
      ...caseType,
      behind: { metric: search.behind, part: search.part ?? 'DENOMINATOR', period: days, where: conditions },
    };
  const which =
    search.state === 'overdue'
      ? { open: true, overdue: true }
      : search.state === 'open'
        ? { open: true }
        : { openedFrom: days.from, openedTo: days.to };
  return { shop, ...caseType, ...which, dimensions: conditions };
}

/** The cases behind a figure under the very filter that made it; without a figure, those of the period or of now. */
export function useCases() {
  const search: CasesSearch = useSearch({ strict: false });
  const { shop, period } = useFilters();
  const conditions = useFilterConditions();
  const days = { from: search.rowsFrom ?? period.from, to: search.rowsTo ?? period.to };
  const where = whereOf(search, shop, days, [...conditions, ...sliceFilters(search.slice)]);
  const orderBy: ServiceCaseOrder =
    search.sort === 'CSAT'
      ? { field: 'CSAT', direction: 'ASC' }
      : { field: search.sort ?? 'OPENED_AT', direction: 'DESC' };
  const query = useInfiniteQuery({
    queryKey: ['cases', where, orderBy],
    queryFn: async ({ pageParam, signal }) =>
      (await request(casesQuery, { first: pageSize, after: pageParam, where, orderBy }, signal)).serviceCases,
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last.pageInfo.hasNextPage ? (last.pageInfo.endCursor ?? null) : null),
    placeholderData: keepPreviousData,
  });
  return { search, days, query };
}
