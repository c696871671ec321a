import type { Queryable } from '@rapport/model/schema';

export interface RunRow {
  run: number;
  source: string;
  shop: string;
  trigger: string;
  state: string;
  stage: string;
  startedAt: Date;
  finishedAt: Date | null;
  seconds: number | null;
  dataVersion: number | null;
  errorCode: string | null;
  errorMessage: string | null;
}

export interface RunFeedRow {
  file: string;
  feed: string;
  home: boolean;
  read: number;
  inserted: number;
  updated: number;
  unchanged: number;
  duplicate: number;
  superseded: number;
  pending: number;
  quarantined: number;
  deleted: number;
  healed: number;
}

const columns = `run_id as run, source, shop, trigger, state, stage, started_at as "startedAt", finished_at as "finishedAt",
  round(extract(epoch from finished_at - started_at), 1) as seconds, data_version as "dataVersion", error_code as "errorCode", error_message as "errorMessage"`;

export async function listRuns(db: Queryable, source: string | null, limit: number): Promise<RunRow[]> {
  const { rows } = await db.query<RunRow>(
    `select ${columns} from ops.runs where $1::text is null or source = $1 order by run_id desc limit $2`,
    [source, limit],
  );
  return rows;
}

export async function readRun(db: Queryable, run: number): Promise<(RunRow & { feeds: RunFeedRow[] }) | null> {
  const found = await db.query<RunRow>(`select ${columns} from ops.runs where run_id = $1`, [run]);
  const row = found.rows[0];
  if (row === undefined) return null;
  const feeds = await db.query<RunFeedRow>(
    `select file_name as file, feed, home, read, inserted, updated, unchanged, duplicate, superseded, pending, quarantined, deleted, healed
       from ops.run_feeds where run_id = $1 order by file_name, home desc, feed`,
    [run],
  );
  return { ...row, feeds: feeds.rows };
}
