import type { FeedName } from '../feeds/names.ts';
import type { Source } from '../source/source.ts';

/** Working tables of one run, beside the landing tables and dropped with them. Three underscores: no role can be called that. */
export const workTable = {
  /** Rows of the feed with ids, parents and hash; after classification only the winner of each id. */
  staged: (source: Source, feed: FeedName) => `landing.${source.name}___stage_${feed}`,
  /** Staged rows with what is to be done with each, in the order of the target's key. */
  changes: (source: Source, feed: FeedName) => `landing.${source.name}___change_${feed}`,
  /** Rows of earlier snapshots that this one no longer has. */
  gone: (source: Source, feed: FeedName) => `landing.${source.name}___gone_${feed}`,
  /** Whose each staged order is; only while nothing of the shop is published. */
  owners: (source: Source) => `landing.${source.name}___order_owners`,
  /** Where each linked customer's chain of links ended before this run, and where it ends now. */
  links: (source: Source) => `landing.${source.name}___links`,
  /** Customers whose journeys are made anew. */
  affected: (source: Source) => `landing.${source.name}___affected`,
  /** Their orders' journeys as they stood before the publishing transaction. */
  standing: (source: Source) => `landing.${source.name}___standing`,
  /** The identities of every new fact, in the order of their ids. */
  identities: (source: Source) => `landing.${source.name}___new_identities`,
  /** The journeys of a shop's first load, made before its facts are in core. */
  journey: (source: Source) => `landing.${source.name}___first_journey`,
  /** Rows of a fact as they were before the publishing transaction. */
  earlier: (source: Source, fact: string) => `landing.${source.name}___earlier_${fact.toLowerCase()}`,
  /** What those journeys contribute to one rollup. */
  contribution: (source: Source, rollup: string) => `landing.${source.name}___first_${rollup.replace('mart.', '')}`,
};
