import type { Queryable } from '@rapport/model/schema';

export interface OpenStretch {
  source: string;
  at: Date;
  to: Date;
  attempts: number;
  runId: string | null;
  /** With {date} and {hour}; null: the connection is asked for it. */
  folder: string | null;
}

export type Step =
  | { kind: 'load'; window: OpenStretch }
  /** `why`: throttle or back-off, or the source's own schedule comes first. */
  | { kind: 'wait'; ms: number; why: 'throttle' | 'schedule' }
  | { kind: 'over'; state: 'paused' | 'cancelled' | 'done' };

/**
 * $1 the backfill. The source's own windows and what a person asked for come first: those that are due, also where they only
 * wait because this very backfill had the source's turn. Windows nobody is alive to load are not waited for.
 */
const LOOK = `
  select b.state, b.source, b.folder, w.window_at as at, w.window_to as to, w.attempts, w.run_id::text as "runId",
    greatest(0, extract(epoch from greatest(b.next_at, w.retry_at) - now()) * 1000)::float8 as "waitMs",
    exists (select from ops.workers k where k.heartbeat_at > now() - $2 * interval '1 ms') and (
      exists (select from ops.schedule_windows d join ops.schedules s using (source)
        where d.source = b.source and s.paused_at is null and d.state in ('waiting', 'running')
          and (coalesce(d.retry_at <= now(), true) or d.error_code in ('source_busy', 'fenced_off', 'window_taken')))
      or exists (select from ops.load_requests q where q.source = b.source and q.state in ('waiting', 'running')
          and (coalesce(q.retry_at <= now(), true) or q.error_code in ('source_busy', 'fenced_off', 'window_taken')))
    ) as yields
  from ops.backfills b left join lateral (
    select * from ops.backfill_windows w where w.backfill_id = b.backfill_id and w.state in ('waiting', 'running')
    order by w.window_at limit 1) w on true
  where b.backfill_id = $1`;

interface Row extends Omit<OpenStretch, 'at'> {
  state: 'running' | 'paused' | 'cancelled' | 'done';
  at: Date | null;
  waitMs: number | null;
  yields: boolean;
}

const A_MOMENT_MS = 1_000;

/** What is to be done next with a backfill; the last window settled, it is done. */
export async function nextStep(db: Queryable, id: string, leaseMs: number): Promise<Step> {
  const { rows } = await db.query<Row>(LOOK, [id, leaseMs]);
  const row = rows[0];
  if (!row) return { kind: 'over', state: 'cancelled' };
  const { state, at, waitMs, yields, source, folder, to, attempts, runId } = row;
  if (state !== 'running') return { kind: 'over', state };
  if (at === null) {
    await db.query(
      `update ops.backfills b set state = 'done', settled_at = now(), held_by = null, held_until = null
       where backfill_id = $1 and state = 'running' and not exists (
         select from ops.backfill_windows w where w.backfill_id = b.backfill_id and w.state in ('waiting', 'running'))`,
      [id],
    );
    return { kind: 'over', state: 'done' };
  }
  if (yields) return { kind: 'wait', ms: A_MOMENT_MS, why: 'schedule' };
  if (waitMs !== null && waitMs > 0) return { kind: 'wait', ms: waitMs, why: 'throttle' };
  return { kind: 'load', window: { source, at, to, attempts, runId, folder } };
}

/** It is rested for as long as the share of the time it may work asks for. */
export async function rest(db: Queryable, id: string, window: Date): Promise<void> {
  await db.query(
    `update ops.backfills b set next_at = greatest(b.next_at, now() + (now() - w.started_at) * ((1 - b.work_share) / b.work_share)::float8)
     from ops.backfill_windows w
     where b.backfill_id = $1 and b.work_share < 1 and w.backfill_id = b.backfill_id and w.window_at = $2 and w.started_at is not null`,
    [id, window],
  );
}
