import { useQuery } from '@tanstack/react-query';

import { request } from '../api/graphql.ts';
import { graphql } from '../gql/index.ts';

const dataStateQuery = graphql(`
  query DataState {
    dataHealth {
      asOf
      dataVersion
      publishedAt
      waiting
      pending {
        rows
      }
      lastRun {
        state
      }
    }
  }
`);

export interface DataState {
  dataVersion: string | undefined;
  waiting: number;
  failed: boolean;
  /** Something an operator should look at. */
  attention: boolean;
}

export function useDataState(): DataState {
  const health = useQuery({
    queryKey: ['data-state'],
    queryFn: ({ signal }) => request(dataStateQuery, {}, signal),
    refetchInterval: 60_000,
  });
  const data = health.data?.dataHealth;
  const waiting = data?.waiting ?? 0;
  const failed = data?.lastRun?.state === 'FAILED';
  return {
    dataVersion: data?.dataVersion,
    waiting,
    failed,
    attention: failed || waiting > 0 || (data?.pending ?? []).length > 0,
  };
}
