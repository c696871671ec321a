import { useQuery } from '@tanstack/react-query';

import { request } from '../../api/graphql.ts';
import { useFilters } from '../../filters/use-filters.ts';
import type { DataHealthQuery } from '../../gql/graphql.ts';
import { useText } from '../../i18n/index.ts';
import { runsQuery } from '../../run/queries.ts';
import type { FeedName } from '../../run/run.ts';
import { healthQuery } from './queries.ts';

type Feed = DataHealthQuery['dataHealth']['feeds'][number];
type Freshness = DataHealthQuery['freshness'][number];

/** A feed with how it stands against its promise. */
export type FreshFeed = Feed & Pick<Freshness, Exclude<keyof Freshness, keyof Feed>>;
export type Health = Omit<DataHealthQuery['dataHealth'], 'feeds'> & {
  feeds: FreshFeed[];
  /** Sources of other shops. */
  elsewhere: ReadonlySet<string>;
};

const nameOf = ({ source, feed }: Pick<Feed, 'source' | 'feed'>): string => `${source} ${feed}`;

/** One shop's part of the whole house's health: its feeds, broken promises first, and what waits from its sources. */
export function ofShop({ dataHealth: health, freshness }: DataHealthQuery, shop: string): Health {
  const known = new Map(health.feeds.map((feed) => [nameOf(feed), feed]));
  const feeds = freshness.flatMap((fresh) => {
    const feed = known.get(nameOf(fresh));
    return feed && feed.shop === shop ? [{ ...fresh, ...feed }] : [];
  });
  const sources = new Set(feeds.map((feed) => feed.source));
  const quarantine = health.quarantine.filter((each) => sources.has(each.source));
  return {
    ...health,
    feeds,
    elsewhere: new Set(health.feeds.filter((feed) => feed.shop !== shop).map((feed) => feed.source)),
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
    queryFn: async ({ signal }) => ofShop(await request(healthQuery, { shop }, signal), shop),
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
