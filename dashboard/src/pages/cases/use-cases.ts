import { useSearch } from '@tanstack/react-router';

import { request } from '../../api/graphql.ts';
import type { ServiceCaseOrder, ServiceCaseWhere } from '../../gql/graphql.ts';
import { useRowPages, useRowsFilter } from '../../metric/use-rows.ts';
import { casesQuery } from './queries.ts';
import type { CasesSearch } from './search.ts';

/** What is open now is open whenever it began: only without a state does the period choose. */
function whereOf(
  search: CasesSearch,
  { shop, days, conditions, behind }: ReturnType<typeof useRowsFilter>,
): ServiceCaseWhere {
  const caseType = search.type ? { caseType: search.type } : {};
  if (behind) return { ...caseType, behind };
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
  const filter = useRowsFilter(search, 'SERVICE_CASES');
  const where = whereOf(search, filter);
  const orderBy: ServiceCaseOrder =
    search.sort === 'CSAT'
      ? { field: 'CSAT', direction: 'ASC' }
      : { field: search.sort ?? 'OPENED_AT', direction: 'DESC' };
  const query = useRowPages(
    ['cases', where, orderBy],
    async (page, signal) => (await request(casesQuery, { ...page, where, orderBy }, signal)).serviceCases,
  );
  const exported = { document: casesQuery, variables: { first: 100, where, orderBy }, file: 'cases' };
  return { search, days: filter.days, query, exported };
}
