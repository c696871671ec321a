import type { Queryable } from '@rapport/model/schema';
import { Conditions } from '../../platform/database/conditions.ts';
import { Keyset } from '../../platform/database/keyset.ts';
import { pageOf, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import type { IngestionRun, IngestionRunWhere, RunFeedCount, RunState } from './run.type.ts';

interface RunRow extends Omit<IngestionRun, 'state'> {
  state: string;
}

const columns = `u.run_id::text as id, u.source, u.shop, u.trigger, u.state, u.stage, u.started_at as "startedAt", u.finished_at as "finishedAt",
  u.heartbeat_at as "heartbeatAt", extract(epoch from u.finished_at - u.started_at)::float8 as "durationSeconds", u.data_version::text as "dataVersion",
  u.error_code as "errorCode", u.error_message as "errorMessage", u.notes`;

const latestFirst = new Keyset('runs', 'DESC', [{ sql: 'u.run_id', type: 'bigint' }]);

const toRun = (row: RunRow): IngestionRun => ({ ...row, state: row.state.toUpperCase() as RunState });

function matching(where: IngestionRunWhere): Conditions {
  return new Conditions()
    .given(where.source, (source) => `u.source = ${source}`)
    .given(where.state?.toLowerCase(), (state) => `u.state = ${state}`);
}

export async function readRuns(
  db: Queryable,
  where: IngestionRunWhere,
  { first, after }: PageArgs,
): Promise<Page<IngestionRun>> {
  const conditions = matching(where);
  latestFirst.continueAfter(conditions, after);
  const { rows } = await db.query<RunRow & { cursorKeys: string[] }>(
    `/* runs */ select ${columns}, ${latestFirst.select} from ops.runs u where ${conditions.sql} order by ${latestFirst.orderBy} limit ${first + 1}`,
    conditions.values,
  );
  return pageOf(rows, first, {
    cursor: (row) => latestFirst.cursor(row),
    node: toRun,
    count: () => countRuns(db, where),
  });
}

async function countRuns(db: Queryable, where: IngestionRunWhere): Promise<number> {
  const conditions = matching(where);
  const { rows } = await db.query<{ n: number }>(
    `/* count runs */ select count(*) as n from ops.runs u where ${conditions.sql}`,
    conditions.values,
  );
  return rows[0]?.n ?? 0;
}

export async function readLastRun(db: Queryable): Promise<IngestionRun | null> {
  const { rows } = await db.query<RunRow>(
    `/* last run */ select ${columns} from ops.runs u order by u.run_id desc limit 1`,
  );
  return rows[0] ? toRun(rows[0]) : null;
}

export type RunFeedRow = RunFeedCount & { runId: string };

export async function readFeedCounts(db: Queryable, runIds: readonly string[]): Promise<RunFeedRow[]> {
  const { rows } = await db.query<RunFeedRow>(
    `/* feeds of runs */ select run_id::text as "runId", file_name as "fileName", feed, home, read, inserted, updated, unchanged, duplicate, superseded, pending,
       quarantined, deleted, healed, read = inserted + updated + unchanged + duplicate + superseded + pending + quarantined as balanced
     from ops.run_feeds where run_id = any($1::bigint[]) order by run_id, file_name, home desc, feed`,
    [runIds],
  );
  return rows;
}
