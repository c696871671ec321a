import type { RunLineFragment } from '../gql/graphql.ts';

/** One pass of a source through the load engine, as lists and the flow need it. */
export type Run = RunLineFragment;
export type RunFeed = Run['feeds'][number];

/** A feed's name for people; the flow and the lists use the same. */
export type FeedName = (feed: string) => string;
