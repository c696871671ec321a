import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback } from 'react';

import { request } from '../../api/graphql.ts';
import { useFilters } from '../../filters/use-filters.ts';
import type { RefusedReasonsQuery, RefusedRowsQuery } from '../../gql/graphql.ts';
import { useRowPages } from '../../metric/use-rows.ts';
import { openGroup, shownReasons, whereOf } from './chosen.ts';
import { reasonsQuery, refusedQuery } from './queries.ts';
import type { QuarantineSearch } from './search.ts';

export type Reason = RefusedReasonsQuery['quarantineReasons'][number];
export type RefusedRow = RefusedRowsQuery['quarantine']['nodes'][number];
export type ChangeSearch = (next: { [Key in keyof QuarantineSearch]?: QuarantineSearch[Key] | undefined }) => void;

const REFRESH_MS = 30_000;

const elsewhereOf = ({ dataHealth }: RefusedReasonsQuery, shop: string): Set<string> =>
  new Set(dataHealth.feeds.filter((feed) => feed.shop !== shop).map((feed) => feed.source));

/** The reasons of this shop as the address asks, the one that is open, and its rows. */
export function useQuarantine() {
  const search: QuarantineSearch = useSearch({ strict: false });
  const { shop } = useFilters();
  const navigate = useNavigate();
  const change: ChangeSearch = useCallback(
    (next) => void navigate({ to: '/quarantine', search: { ...search, ...next }, resetScroll: false }),
    [navigate, search],
  );
  const asked = { state: search.state ?? ('WAITING' as const), run: search.run ?? null };
  const reasons = useQuery({
    queryKey: ['quarantine-reasons', asked],
    queryFn: ({ signal }) => request(reasonsQuery, asked, signal),
    placeholderData: keepPreviousData,
    refetchInterval: REFRESH_MS,
  });
  const elsewhere = reasons.data ? elsewhereOf(reasons.data, shop) : new Set<string>();
  const all = shownReasons(reasons.data?.quarantineReasons ?? [], {}, elsewhere);
  const groups = shownReasons(all, search, elsewhere);
  const group = openGroup(groups, search.open);
  const where = whereOf(search, group);
  const rows = useRowPages(
    ['quarantine', where],
    async (page, signal) => (await request(refusedQuery, { ...page, where }, signal)).quarantine,
  );
  return { search, change, reasons, all, groups, group, where, rows };
}
