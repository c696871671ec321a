import type { Queryable } from '@rapport/model/schema';
import { HeldWork } from './held-work.ts';

export interface OpenWindow {
  source: string;
  at: Date;
  state: 'waiting' | 'running';
  attempts: number;
  retryAt: Date | null;
  due: boolean;
  /** The run that has it, or had it last. */
  runId: string | null;
  /** A later window of the source is waiting behind it. */
  pressed: boolean;
}

interface Row {
  source: string;
  window_at: Date;
  state: OpenWindow['state'];
  attempts: number;
  retry_at: Date | null;
  due: boolean;
  run_id: string | null;
  pressed: boolean;
}

/** The oldest open window of each source that is not paused: the others wait for it, so that they are loaded in order. */
export async function openHeads(db: Queryable, sources: readonly string[]): Promise<OpenWindow[]> {
  const { rows } = await db.query<Row>(
    `select distinct on (w.source) w.source, w.window_at, w.state, w.attempts, w.retry_at, w.run_id::text,
       coalesce(w.retry_at <= now(), true) as due,
       exists (select from ops.schedule_windows later where later.source = w.source and later.window_at > w.window_at
         and later.state = 'waiting') as pressed
     from ops.schedule_windows w join ops.schedules s using (source)
     where w.source = any($1) and w.state in ('waiting', 'running') and s.paused_at is null
     order by w.source, w.window_at`,
    [sources],
  );
  return rows.map((row) => ({
    source: row.source,
    at: row.window_at,
    state: row.state,
    attempts: row.attempts,
    retryAt: row.retry_at,
    due: row.due,
    runId: row.run_id,
    pressed: row.pressed,
  }));
}

export function heldWindow({ source, at, runId }: OpenWindow): HeldWork {
  return new HeldWork({
    table: 'ops.schedule_windows',
    key: { source, window_at: at },
    source,
    windowAt: at,
    runId,
  });
}
