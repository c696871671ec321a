import type { Queryable } from '@rapport/model/schema';

const FORGET = '7 days';

export interface WorkerIdentity {
  workerId: string;
  poolId: string | null;
  /** Machine and process number. */
  process: string;
}

export async function beat(db: Queryable, { workerId, poolId, process }: WorkerIdentity): Promise<void> {
  await db.query(
    `insert into ops.workers (worker_id, pool_id, process) values ($1, $2, $3)
     on conflict (worker_id) do update set pool_id = excluded.pool_id, heartbeat_at = now()`,
    [workerId, poolId, process],
  );
}

export async function leave(db: Queryable, workerId: string): Promise<void> {
  await db.query(`delete from ops.workers where worker_id = $1 or heartbeat_at < now() - interval '${FORGET}'`, [
    workerId,
  ]);
}

/**
 * The queue itself would keep the jobs of a dead process for four hours. Jobs that nobody living has are given free; should
 * the one that had them only have slept, the source's turn decides who may publish.
 */
export async function freeJobsOfTheDead(db: Queryable, leaseMs: number): Promise<number> {
  const { rows } = await db.query<{ locked_by: string }>(
    `select distinct j.locked_by from graphile_worker.jobs j
     where j.locked_at < now() - $1 * interval '1 ms' and not exists (
       select from ops.workers w where w.pool_id = j.locked_by and w.heartbeat_at > now() - $1 * interval '1 ms')`,
    [leaseMs],
  );
  if (rows.length === 0) return 0;
  await db.query('select graphile_worker.force_unlock_workers($1)', [rows.map(({ locked_by }) => locked_by)]);
  return rows.length;
}
