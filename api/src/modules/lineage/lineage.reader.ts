import { catalogue, feedsOf, known, relationsOf, type MetricDefinition } from '@rapport/model/metrics';
import type { Queryable } from '@rapport/model/schema';
import { feedTitle } from '../health/index.ts';
import type { RunState } from '../runs/index.ts';
import type { Lineage, LineageFeed, LineageRelation, LineageSource, SourceRecord } from './lineage.type.ts';
import { rowsOf } from './lineage.words.ts';

const FILES = 3;
const RECORDS = 3;

export function definitionOf(metric: string): MetricDefinition {
  const definition = catalogue.find(({ id }) => id === metric);
  if (!definition) throw new Error(`There is no metric ${metric}; the schema should have refused it.`);
  return definition;
}

export const lineageOf = (metric: string): Lineage => ({ metric, relations: relationsIn(definitionOf(metric)) });

const relationsIn = (definition: MetricDefinition): LineageRelation[] =>
  relationsOf(definition).map(({ fact, relation }) => ({ kind: fact, rows: rowsOf(fact), relation }));

interface SourceRow extends Omit<LineageSource, 'files'> {
  feed: string;
  files: { name: string; records: number; runId: string; state: string; at: string }[];
}

/** The feeds of a metric, each with the sources that bring it; a feed nobody brings is told too. */
export async function readFeedsOf(db: Queryable, metric: string, shop: string | null): Promise<LineageFeed[]> {
  const feeds = feedsOf(definitionOf(metric));
  const { rows } = await db.query<SourceRow>(
    `/* lineage */ select f.feed, f.source, f.shop, f.rows::float8 as rows, f.data_through as "dataThrough",
       f.last_published_at as "lastPublishedAt", f.last_run_id::text as "lastRunId",
       (select count(*)::integer from ops.quarantine q where q.source = f.source and q.feed = f.feed and q.state = 'waiting') as waiting,
       coalesce((select json_agg(x) from (
         select c.file_name as name, c.read as records, c.run_id::text as "runId", u.state, u.started_at as at
         from ops.run_feeds c join ops.runs u using (run_id)
         where u.source = f.source and c.feed = f.feed order by c.run_id desc, c.file_name limit ${FILES}) x), '[]') as files
     from ops.feed_state f where f.feed = any($1) and ($2::text is null or f.shop = $2) order by f.shop, f.source`,
    [feeds.map(({ feed }) => feed), shop],
  );
  return feeds.map(({ feed, tells }) => ({
    feed,
    title: feedTitle(feed),
    relation: `core.${feed}`,
    tells: tells.map((code) => ({ code, label: known[code].name })),
    sources: rows
      .filter((row) => row.feed === feed)
      .map(({ files, ...source }) => ({
        ...source,
        files: files.map(({ state, at, ...file }) => ({
          ...file,
          state: state.toUpperCase() as RunState,
          at: new Date(at),
        })),
      })),
  }));
}

/** Some records of each feed with the file they stand in: any will do, so the first ones found are taken. */
export async function readRecordsOf(db: Queryable, metric: string, shop: string | null): Promise<SourceRecord[]> {
  const samples = feedsOf(definitionOf(metric)).map(
    // A feed is named by the declarations, never by a client.
    ({ feed }, at) => `(select ${at} as nth, '${feed}' as feed, external_id, file_id, record_no from core.${feed}
       where deleted_at is null and ($1::text is null or shop = $1) limit ${RECORDS})`,
  );
  const { rows } = await db.query<SourceRecord>(
    `/* source records */ select s.feed, f.source, s.external_id as "recordId", f.name as "fileName", s.record_no::float8 as "recordNo",
       f.run_id::text as "runId"
     from (${samples.join(' union all ')}) s join ops.files f using (file_id) order by s.nth, f.name, s.record_no`,
    [shop],
  );
  return rows;
}
