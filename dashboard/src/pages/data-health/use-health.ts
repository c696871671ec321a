import { useQuery } from '@tanstack/react-query';

import { request } from '../../api/graphql.ts';
import { useFilters } from '../../filters/use-filters.ts';
import type { DataHealthQuery, RunsQuery } from '../../gql/graphql.ts';
import { healthQuery, runsQuery } from './queries.ts';

export type Health = DataHealthQuery['dataHealth'];
export type Run = RunsQuery['ingestionRuns']['nodes'][number];
export type RunFeed = Run['feeds'][number];

export function useHealth() {
  const { shop } = useFilters();
  const health = useQuery({
    queryKey: ['health', shop],
    queryFn: async ({ signal }) => (await request(healthQuery, { shop }, signal)).dataHealth,
    refetchInterval: 30_000,
  });
  const runs = useQuery({
    queryKey: ['runs'],
    queryFn: async ({ signal }) => (await request(runsQuery, {}, signal)).ingestionRuns.nodes,
    refetchInterval: 30_000,
  });
  return { shop, health, runs: { ...runs, data: runs.data?.filter((run) => run.shop === shop) } };
}
