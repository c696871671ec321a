import type pg from 'pg';
import { IngestError } from '../errors/ingest-error.ts';
import { nameEnding } from './connections.ts';

/** A run beats every two seconds. One that has missed fifteen beats is not slow, it is gone: stopped, swapped out, cut off. */
export const LEASE_MS = 30_000;
const GIVE_UP_MS = 5_000;

/**
 * Ends runs that are "running" but silent for longer than the lease: first their connections, whose open transactions hold
 * the source's turn and perhaps everybody's publishing, then their rows. A process that wakes up afterwards finds its
 * connections closed, and its fencing token outdated.
 */
export async function endSilentRuns(
  db: pg.Client | pg.Pool,
  leaseMs: number,
  source: string | null = null,
): Promise<{ runId: string; source: string }[]> {
  const { rows: silent } = await db.query<{ run_id: string; source: string }>(
    `select run_id::text, source from ops.runs
     where state = 'running' and heartbeat_at < now() - $1 * interval '1 ms' and ($2::text is null or source = $2)`,
    [leaseMs, source],
  );
  if (silent.length === 0) return [];
  const runs = silent.map(({ run_id }) => run_id);
  await db.query(
    `select pg_terminate_backend(a.pid, $2) from pg_stat_activity a join unnest($1::text[]) e(ending)
       on a.application_name like 'rapport ingest %' and right(a.application_name, length(e.ending)) = e.ending
     where a.datname = current_database()`,
    [runs.map(nameEnding), GIVE_UP_MS],
  );
  const died = new IngestError('process_died');
  const { rows } = await db.query<{ run_id: string; source: string }>(
    `update ops.runs set state = 'failed', finished_at = now(), error_code = $2, error_message = $3
     where run_id = any($1::bigint[]) and state = 'running' returning run_id::text, source`,
    [runs, died.code, died.message],
  );
  return rows.map(({ run_id, source: name }) => ({ runId: run_id, source: name }));
}
