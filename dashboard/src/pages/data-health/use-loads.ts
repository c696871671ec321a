import { useQuery } from '@tanstack/react-query';

import { request } from '../../api/graphql.ts';
import { changesQuery } from '../../figure-change/change-line.ts';
import { useFilters } from '../../filters/use-filters.ts';
import type { LoadsQuery } from '../../gql/graphql.ts';
import { useMayDrill } from '../../metric/Drill.tsx';
import { loadsQuery } from './loads-queries.ts';

export type Alert = LoadsQuery['alerts']['nodes'][number];
export type Schedule = LoadsQuery['schedules'][number];
export type Backfill = LoadsQuery['backfills'][number];

const REFRESH_MS = 15_000;
/** Of the figures that moved, as many as the page tells one by one. */
const MOVED_SHOWN = 3;

/** What is wrong and what is due; executives are not asked for it, they may not see it. */
export function useLoads() {
  const may = useMayDrill();
  return useQuery({
    queryKey: ['loads'],
    queryFn: ({ signal }) => request(loadsQuery, {}, signal),
    enabled: may,
    refetchInterval: REFRESH_MS,
  });
}

export function useMoved() {
  const { shop } = useFilters();
  return useQuery({
    queryKey: ['moved', shop],
    queryFn: async ({ signal }) =>
      (await request(changesQuery, { first: MOVED_SHOWN, where: { shop } }, signal)).figureChanges,
  });
}
