import type { Queryable } from '@rapport/model/schema';
import type pg from 'pg';
import { IngestError } from '../kit/errors/ingest-error.ts';
import type { Errand } from '../kit/run/errand.ts';

export interface OpenWindow {
  source: string;
  at: Date;
  state: 'waiting' | 'running';
  attempts: number;
  retryAt: Date | null;
  due: boolean;
  /** The run that has it, or had it last. */
  runId: string | null;
}

interface Row {
  source: string;
  window_at: Date;
  state: OpenWindow['state'];
  attempts: number;
  retry_at: Date | null;
  due: boolean;
  run_id: string | null;
}

/** The oldest open window of each source that is not paused: the others wait for it, so that they are loaded in order. */
export async function openHeads(db: Queryable, sources: readonly string[]): Promise<OpenWindow[]> {
  const { rows } = await db.query<Row>(
    `select distinct on (w.source) w.source, w.window_at, w.state, w.attempts, w.retry_at, w.run_id::text,
       coalesce(w.retry_at <= now(), true) as due
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
  }));
}

/** A window in the hands of this process, from the moment it is looked at to the moment it is settled. */
export class HeldWindow implements Errand {
  #holder: string | null;

  constructor(readonly window: OpenWindow) {
    this.#holder = window.runId;
  }

  /** The run that loads it for us; null before there is one. */
  get runId(): string | null {
    return this.#holder === this.window.runId ? null : this.#holder;
  }

  /** Whoever has the source's turn may take it: the run that had it before is gone, or will find that it may not settle it. */
  async begin(db: pg.Client, runId: string): Promise<boolean> {
    const { rowCount } = await db.query(
      `with taken as (
         update ops.schedule_windows set state = 'running', run_id = $3
         where source = $1 and window_at = $2 and state in ('waiting', 'running') returning window_at
       ) update ops.runs set window_at = taken.window_at from taken where run_id = $3`,
      [this.window.source, this.window.at, runId],
    );
    if (rowCount === 0) return false;
    this.#holder = runId;
    return true;
  }

  async done(db: pg.Client, runId: string, outcome: 'loaded' | 'unchanged'): Promise<void> {
    const { source, at } = this.window;
    const { rowCount } = await db.query(
      `update ops.schedule_windows set state = $4, settled_at = now(), retry_at = null, error_code = null, error_message = null
       where source = $1 and window_at = $2 and run_id = $3 and state = 'running'`,
      [source, at, runId, outcome],
    );
    if (rowCount === 0) throw new IngestError('window_taken', { run: runId, source, window: at.toISOString() });
  }

  /** To be loaded again after a while; `counts`: it has cost an attempt. */
  async retryAfter(
    db: Queryable,
    ms: number,
    counts: boolean,
    error: { code: string; message: string },
  ): Promise<boolean> {
    return this.#settle(
      db,
      `state = 'waiting', attempts = attempts + $4, retry_at = now() + $5 * interval '1 ms', error_code = $6, error_message = $7`,
      [counts ? 1 : 0, ms, error.code, error.message],
    );
  }

  /** Nothing was wrong with it: whoever comes next takes it. */
  async putBack(db: Queryable): Promise<boolean> {
    return this.#settle(db, `state = 'waiting'`, []);
  }

  async fail(db: Queryable, error: { code: string; message: string }): Promise<boolean> {
    return this.#settle(
      db,
      `state = 'failed', attempts = attempts + 1, retry_at = null, settled_at = now(), error_code = $4, error_message = $5`,
      [error.code, error.message],
    );
  }

  /** False: somebody else has taken it meanwhile, and it is theirs to settle. */
  async #settle(db: Queryable, change: string, values: unknown[]): Promise<boolean> {
    const { rowCount } = await db.query(
      `update ops.schedule_windows set ${change}
       where source = $1 and window_at = $2 and run_id is not distinct from $3::bigint and state in ('waiting', 'running')`,
      [this.window.source, this.window.at, this.#holder, ...values],
    );
    return rowCount === 1;
  }
}
