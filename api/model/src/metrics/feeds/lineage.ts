import { factNamed } from '../facts.ts';
import type { MetricDefinition } from '../catalogue.ts';
import { known, type KnownName } from './feeds.ts';

/** A view or table whose rows a metric counts. */
export interface CountedRelation {
  fact: MetricDefinition['facts'][number];
  relation: string;
}

/** A feed a metric stands on, with what it must tell. */
export interface FeedOfMetric {
  feed: string;
  tells: readonly KnownName[];
}

export const relationsOf = ({ facts }: MetricDefinition): CountedRelation[] =>
  facts.map((fact) => ({ fact, relation: factNamed(fact).relation }));

/** Every feed that may tell what the metric needs, by the same proofs that decide whether a shop told it. */
export function feedsOf({ needs }: MetricDefinition): FeedOfMetric[] {
  const feeds = new Map<string, Set<KnownName>>();
  for (const need of needs)
    for (const { feed } of known[need].anyOf)
      if (feed !== null) feeds.set(feed, (feeds.get(feed) ?? new Set()).add(need));
  return [...feeds].map(([feed, tells]) => ({ feed, tells: [...tells] }));
}
