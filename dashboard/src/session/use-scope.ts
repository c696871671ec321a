import { useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import { request } from '../api/graphql.ts';
import { completeMonths } from '../filters/periods.ts';
import type { Shop, ShopScope } from '../filters/shop-context.tsx';
import type { VolumeQuery } from '../gql/graphql.ts';
import { catalogQuery, startQuery, volumeQuery } from './queries.ts';

export type ScopeState =
  | { state: 'loading' }
  | { state: 'failed'; error: unknown; retry: () => void }
  | { state: 'empty'; retry: () => void }
  | { state: 'ready'; scope: ShopScope };

const hasData = (shop: Shop): boolean => shop.asOf !== null && shop.firstOrderDay !== null;

const monthsOf = (volume: VolumeQuery) =>
  (volume.metrics.series[0]?.points ?? []).map((point) => ({ ...point, orders: point.value ?? 0 }));

/** Everything a page needs before its first question: viewer, shop, default period, definitions. */
export function useScope(asked: string | undefined): ScopeState {
  const start = useQuery({ queryKey: ['start'], queryFn: ({ signal }) => request(startQuery, {}, signal) });
  const shops = useMemo(() => (start.data?.shops ?? []).filter(hasData), [start.data]);
  const shop = shops.find((each) => each.code === asked) ?? shops.toSorted((a, b) => b.orders - a.orders)[0];
  const catalog = useQuery({
    queryKey: ['catalog'],
    queryFn: ({ signal }) => request(catalogQuery, {}, signal),
    enabled: start.isSuccess,
    staleTime: Infinity,
  });
  const whole = shop ? { from: shop.firstOrderDay ?? '', to: shop.asOf ?? '' } : { from: '', to: '' };
  const volume = useQuery({
    queryKey: ['volume', shop?.code, whole],
    queryFn: ({ signal }) => request(volumeQuery, { shop: shop?.code ?? '', period: whole }, signal),
    enabled: shop !== undefined,
    staleTime: Infinity,
  });
  const failed = [start, catalog, volume].find((query) => query.isError && query.data === undefined);
  const scope = useMemo((): ShopScope | undefined => {
    if (!start.data || !catalog.data || !volume.data || !shop?.asOf || !shop.firstOrderDay) return undefined;
    return {
      viewer: start.data.viewer,
      shops,
      shop,
      asOf: shop.asOf,
      firstDay: shop.firstOrderDay,
      complete: completeMonths(monthsOf(volume.data), shop.firstOrderDay, shop.asOf),
      definitions: new Map(catalog.data.metricCatalog.map((definition) => [definition.id, definition])),
    };
  }, [start.data, catalog.data, volume.data, shop, shops]);
  if (failed) return { state: 'failed', error: failed.error, retry: () => void failed.refetch() };
  if (scope) return { state: 'ready', scope };
  if (start.isSuccess && shop === undefined) return { state: 'empty', retry: () => void start.refetch() };
  return { state: 'loading' };
}
