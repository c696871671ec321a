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
  window: Date | null;
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
  round(extract(epoch from finished_at - started_at), 1) as seconds, data_version as "dataVersion", window_at as "window", error_code as "errorCode", error_message as "errorMessage"`;

export async function listRuns(db: Queryable, source: string | null, limit: number): Promise<RunRow[]> {
  const { rows } = await db.query<RunRow>(
    `select ${columns} from ops.runs where $1::text is null or source = $1 order by run_id desc limit $2`,
    [source, limit],
  );
  return rows;
}

export interface RunStageRow {
  stage: string;
  startedAt: Date;
  /** Null while it is under way. */
  seconds: number | null;
  rows: number | null;
  rowsPerSecond: number | null;
  bytes: number | null;
}

export interface RunFileRow {
  file: string;
  role: string;
  state: string;
  bytes: number;
  records: number | null;
  seconds: number | null;
}

export interface RunReasonRow {
  feed: string;
  reason: string;
  rows: number;
}

export interface WholeRun extends RunRow {
  notes: { code?: string; en: string; zh: string }[];
  stages: RunStageRow[];
  files: RunFileRow[];
  feeds: RunFeedRow[];
  quarantine: RunReasonRow[];
}

const STAGES = `select s.stage, s.started_at as "startedAt", seconds, rows, round(rows / nullif(seconds, 0)) as "rowsPerSecond", bytes
  from ops.run_stages s join ops.runs r using (run_id) cross join lateral (
    select round(extract(epoch from greatest(coalesce(ended_at, finished_at), s.started_at) - s.started_at), 3)::float8 as seconds) took
  where run_id = $1 order by s.started_at, s.ended_at`;
const FILES = `select name as file, role, state, bytes, records, seconds::float8 as seconds
  from ops.run_files where run_id = $1 order by bytes desc, name, role`;
const FEEDS = `select file_name as file, feed, home, read, inserted, updated, unchanged, duplicate, superseded, pending, quarantined, deleted, healed
  from ops.run_feeds where run_id = $1 order by file_name, home desc, feed`;
const REASONS = `select feed, reason, count(*) as rows from ops.quarantine where run_id = $1 group by feed, reason order by count(*) desc, feed, reason`;

export async function readRun(db: Queryable, run: number): Promise<WholeRun | null> {
  const found = await db.query<RunRow & Pick<WholeRun, 'notes'>>(
    `select ${columns}, notes from ops.runs where run_id = $1`,
    [run],
  );
  const row = found.rows[0];
  if (row === undefined) return null;
  const { rows: stages } = await db.query<RunStageRow>(STAGES, [run]);
  const { rows: files } = await db.query<RunFileRow>(FILES, [run]);
  const { rows: feeds } = await db.query<RunFeedRow>(FEEDS, [run]);
  const { rows: quarantine } = await db.query<RunReasonRow>(REASONS, [run]);
  return { ...row, stages, files, feeds, quarantine };
}
