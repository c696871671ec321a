import { useQuery } from '@tanstack/react-query';

import { request } from '../../api/graphql.ts';
import { useFilters } from '../../filters/use-filters.ts';
import type { DataHealthQuery } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { runsQuery } from '../../run/queries.ts';
import type { FeedName } from '../../run/run.ts';
import { healthQuery } from './queries.ts';

export type Health = DataHealthQuery['dataHealth'];

/** One shop's part of the whole house's health: its feeds, and what waits from its sources. */
export function ofShop(health: Health, shop: string): Health {
  const feeds = health.feeds.filter((feed) => feed.shop === shop);
  const sources = new Set(feeds.map((feed) => feed.source));
  const quarantine = health.quarantine.filter((each) => sources.has(each.source));
  return {
    ...health,
    feeds,
    quarantine,
    pending: health.pending.filter((each) => sources.has(each.source)),
    waiting: quarantine.reduce((sum, each) => sum + each.rows, 0),
  };
}

const every = 30_000;

export function useHealth() {
  const { shop } = useFilters();
  const health = useQuery({
    queryKey: ['health', shop],
    queryFn: async ({ signal }) => ofShop((await request(healthQuery, { shop }, signal)).dataHealth, shop),
    refetchInterval: every,
  });
  const runs = useQuery({
    queryKey: ['runs', shop],
    queryFn: async ({ signal }) =>
      (await request(runsQuery, { first: 20 }, signal)).ingestionRuns.nodes.filter((run) => run.shop === shop),
    refetchInterval: every,
  });
  return { health, runs };
}

/** A feed's name for people; the flow and the lists use the same. */
export function useFeedName(health: Health | undefined): FeedName {
  const { pick } = useText();
  return (feed) => {
    const title = health?.feeds.find((each) => each.feed === feed)?.title;
    return title ? pick(title) : feed.replaceAll('_', ' ');
  };
}
