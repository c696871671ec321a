import { useQuery } from '@tanstack/react-query';

import { request } from '../api/graphql.ts';
import { useShop } from '../filters/shop-context.tsx';
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

const openAlertsQuery = graphql(`
  query OpenAlerts {
    alerts(where: { open: true }, first: 20) {
      totalCount
      nodes {
        severity
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

/** The worst of the open alerts; executives are not asked for them, they may not see them. */
export function useAlertState(): 'CRITICAL' | 'WARNING' | undefined {
  const may = useShop().viewer.role !== 'EXECUTIVE';
  const { data } = useQuery({
    queryKey: ['open-alerts'],
    queryFn: async ({ signal }) => (await request(openAlertsQuery, {}, signal)).alerts,
    enabled: may,
    refetchInterval: 60_000,
  });
  if (!data || data.totalCount === 0) return undefined;
  return data.nodes.some(({ severity }) => severity === 'CRITICAL') ? 'CRITICAL' : 'WARNING';
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
