import type { Queryable } from '@rapport/model/schema';

export type FreshnessState = 'on_time' | 'warning' | 'breach' | 'no_promise';

export interface FeedFreshness {
  source: string;
  feed: string;
  state: FreshnessState;
  dataThrough: Date | null;
  lastPublishedAt: Date;
  dueAt: Date | null;
}

export async function readFreshness(db: Queryable): Promise<FeedFreshness[]> {
  const { rows } = await db.query<FeedFreshness>(
    `/* freshness */ select source, feed, state, data_through as "dataThrough", last_published_at as "lastPublishedAt", due_at as "dueAt"
     from ops.freshness order by source, feed`,
  );
  return rows;
}

/** The source was asked and has nothing newer than what is published: that is as fresh as can be. */
export async function confirmFresh(db: Queryable, source: string): Promise<void> {
  await db.query('update ops.feed_state set confirmed_at = now() where source = $1', [source]);
}
