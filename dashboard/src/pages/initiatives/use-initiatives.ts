import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';

import { request } from '../../api/graphql.ts';
import { useFilters } from '../../filters/use-filters.ts';
import type { StudyFragment } from '../../gql/graphql.ts';
import { ledgerQuery } from './queries.ts';
import type { InitiativesSearch } from './search.ts';

export type Study = StudyFragment;

export function useLedger() {
  const { shop } = useFilters();
  return useQuery({
    queryKey: ['initiatives', shop],
    queryFn: async ({ signal }) => (await request(ledgerQuery, { shop }, signal)).initiativeFindings,
    placeholderData: keepPreviousData,
  });
}

/** The one the address names, else the one that says most: an effect before none, the latest first. */
export function useOpened(studies: readonly Study[] | undefined): Study | undefined {
  const { initiative: code }: InitiativesSearch = useSearch({ strict: false });
  if (!studies) return undefined;
  const named = studies.find(({ initiative }) => initiative.code === code);
  return named ?? studies.findLast(({ verdict }) => verdict === 'EFFECT') ?? studies.at(-1);
}
