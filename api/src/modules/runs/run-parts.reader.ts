import type { Queryable } from '@rapport/model/schema';
import { reasonOf } from '../quarantine/index.ts';
import type { RunFile, RunFileState, RunQuarantineReason, RunStage } from './run-parts.type.ts';

interface OfRun {
  runId: string;
}

const FEWEST_SECONDS = 0.001;

/** A stage whose process died has no end of its own: it ended when its run was found dead. */
export async function readStages(db: Queryable, runIds: readonly string[]): Promise<(RunStage & OfRun)[]> {
  const { rows } = await db.query<Omit<RunStage, 'rowsPerSecond'> & OfRun>(
    `/* stages of runs */ select s.run_id::text as "runId", s.stage, s.started_at as "startedAt", e.ended_at as "endedAt",
       round(extract(epoch from e.ended_at - s.started_at), 3)::float8 as seconds, s.rows, s.bytes
     from ops.run_stages s join ops.runs r using (run_id)
       cross join lateral (select greatest(coalesce(s.ended_at, r.finished_at), s.started_at) as ended_at) e
     where s.run_id = any($1::bigint[]) order by s.run_id, s.started_at, s.ended_at`,
    [runIds],
  );
  return rows.map((row) => ({ ...row, rowsPerSecond: rateOf(row) }));
}

function rateOf({ rows, seconds }: Pick<RunStage, 'rows' | 'seconds'>): number | null {
  if (rows === null || seconds === null || seconds < FEWEST_SECONDS) return null;
  return Math.round(rows / seconds);
}

export async function readFiles(db: Queryable, runIds: readonly string[]): Promise<(RunFile & OfRun)[]> {
  const { rows } = await db.query<Omit<RunFile, 'state'> & OfRun & { state: string }>(
    `/* files of runs */ select run_id::text as "runId", name, role, state, bytes, file_time as "fileTime", records, seconds::float8 as seconds
     from ops.run_files where run_id = any($1::bigint[]) order by run_id, bytes desc, name, role`,
    [runIds],
  );
  return rows.map((row) => ({ ...row, state: row.state.toUpperCase() as RunFileState }));
}

export async function readReasons(db: Queryable, runIds: readonly string[]): Promise<(RunQuarantineReason & OfRun)[]> {
  const { rows } = await db.query<{ runId: string; code: string; feed: string; rows: number }>(
    `/* reasons of runs */ select run_id::text as "runId", reason as code, feed, count(*) as rows
     from ops.quarantine where run_id = any($1::bigint[]) group by run_id, reason, feed order by run_id, count(*) desc, reason, feed`,
    [runIds],
  );
  return rows.map(({ code, ...row }) => ({ ...row, reason: reasonOf(code) }));
}
