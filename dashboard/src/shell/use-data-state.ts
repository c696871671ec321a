import { useQuery } from '@tanstack/react-query';

import { request } from '../api/graphql.ts';
import { useFilters } from '../filters/use-filters.ts';
import { graphql } from '../gql/index.ts';

const dataStateQuery = graphql(`
  query DataState {
    dataHealth {
      dataVersion
      feeds {
        source
        shop
      }
      quarantine {
        source
        rows
      }
      pending {
        source
        rows
      }
      lastRun {
        shop
        state
      }
    }
  }
`);

export interface DataState {
  dataVersion: string | undefined;
  /** Rows of this shop that were refused and wait. */
  waiting: number;
  failed: boolean;
  /** Something an operator should look at. */
  attention: boolean;
}

export function useDataState(): DataState {
  const { shop } = useFilters();
  const health = useQuery({
    queryKey: ['data-state'],
    queryFn: ({ signal }) => request(dataStateQuery, {}, signal),
    refetchInterval: 60_000,
  });
  const data = health.data?.dataHealth;
  const sources = new Set(data?.feeds.filter((feed) => feed.shop === shop).map((feed) => feed.source));
  const rowsOf = (counts: readonly { source: string; rows: number }[] = []) =>
    counts.filter((count) => sources.has(count.source)).reduce((sum, count) => sum + count.rows, 0);
  const waiting = rowsOf(data?.quarantine);
  const failed = data?.lastRun?.state === 'FAILED' && data.lastRun.shop === shop;
  return { dataVersion: data?.dataVersion, waiting, failed, attention: failed || waiting + rowsOf(data?.pending) > 0 };
}
