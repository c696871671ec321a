import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';

import { request } from '../../api/graphql.ts';
import { useShop } from '../../filters/shop-context.tsx';
import type { GuideQuery, MetricId } from '../../gql/graphql.ts';
import { exampleQuery, guideQuery } from './queries.ts';

export type Guide = GuideQuery['metricCatalog'][number];

/** The last whole month before the shop's last day: recent, and nothing of it is missing. */
export function monthBefore(asOf: string): { from: string; to: string } {
  const [year = 0, month = 1] = asOf.split('-').map(Number);
  const day = (date: number): string => new Date(date).toISOString().slice(0, 10);
  return { from: day(Date.UTC(year, month - 2, 1)), to: day(Date.UTC(year, month - 1, 0)) };
}

/** The metric of the address, how it is reckoned, and its figure in a recent month. */
export function useGuide() {
  const search: { metric?: string } = useSearch({ strict: false });
  const { definitions, shop, asOf } = useShop();
  const definition = definitions.get(search.metric ?? '') ?? [...definitions.values()][0];
  const area = definition?.area;
  const guide = useQuery({
    queryKey: ['guide', area],
    queryFn: async ({ signal }) => (await request(guideQuery, { area }, signal)).metricCatalog,
    staleTime: Infinity,
  });
  const period = monthBefore(asOf);
  const asked = { metric: (definition?.id ?? '') as MetricId, period, shop: shop.code };
  const example = useQuery({
    queryKey: ['guide-example', asked],
    queryFn: async ({ signal }) => (await request(exampleQuery, asked, signal)).metrics.series[0]?.points[0] ?? null,
  });
  return { definition, guide, own: guide.data?.find(({ id }) => id === definition?.id), period, example };
}
