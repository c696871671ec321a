import type { Queryable } from '@rapport/model/schema';
import type { Role } from '@rapport/model/vocabulary';
import type { RunState } from '../runs/index.ts';
import { feedTitle } from './feeds.words.ts';
import type { DataHealth, FeedHealth, PendingCount } from './health.type.ts';

export async function readHealth(db: Queryable): Promise<DataHealth> {
  const { rows } = await db.query<DataHealth>(
    `/* data health */ select (select max(as_of) from core.shops) as "asOf", v.version::text as "dataVersion", v.published_at as "publishedAt" from ops.data_version v`,
  );
  return rows[0] ?? { asOf: null, dataVersion: '0', publishedAt: null };
}

interface FeedRow extends Omit<FeedHealth, 'title' | 'lastRuns'> {
  lastRuns: { runId: string; state: string; quarantined: number; at: string }[];
}

export async function readFeeds(db: Queryable): Promise<FeedHealth[]> {
  const { rows } = await db.query<FeedRow>(
    `/* feed health */ select f.source, f.shop, f.feed, f.rows, f.data_through as "dataThrough", f.last_published_at as "lastPublishedAt",
       (extract(epoch from f.freshness_promise) / 60)::integer as "freshnessPromiseMinutes",
       coalesce((select json_agg(x) from (
         select u.run_id::text as "runId", u.state, sum(c.quarantined)::integer as quarantined, u.started_at as at
         from ops.run_feeds c join ops.runs u on u.run_id = c.run_id
         where u.source = f.source and c.feed = f.feed group by u.run_id order by u.run_id desc limit 10) x), '[]') as "lastRuns"
     from ops.feed_state f order by f.shop, f.source, f.feed`,
  );
  return rows.map(({ lastRuns, ...feed }) => ({
    ...feed,
    title: feedTitle(feed.feed),
    lastRuns: lastRuns.map((run) => ({ ...run, state: run.state.toUpperCase() as RunState, at: new Date(run.at) })),
  }));
}

/** Ids of the source are rows, not aggregates: an executive gets the counts alone. */
export async function readPending(db: Queryable, role: Role): Promise<PendingCount[]> {
  const sample =
    role === 'executive'
      ? `'{}'::text[]`
      : '(array_agg(parent_external_id order by waiting_since, parent_external_id))[1:5]';
  const { rows } = await db.query<PendingCount>(
    `/* pending */ select source, feed, parent_concept as "parentConcept", count(*) as rows, min(waiting_since) as since, ${sample} as sample
     from ops.pending group by source, feed, parent_concept order by count(*) desc, source, feed`,
  );
  return rows;
}
