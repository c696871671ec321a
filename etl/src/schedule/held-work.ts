import type { Queryable } from '@rapport/model/schema';
import type pg from 'pg';
import { IngestError } from '../kit/errors/ingest-error.ts';
import type { Errand } from '../kit/run/errand.ts';

export type Kept = 'ops.schedule_windows' | 'ops.backfill_windows' | 'ops.load_requests';

/** The row of a load that is to be done once. */
export interface Place {
  table: Kept;
  /** Column and value of its primary key. */
  key: Readonly<Record<string, unknown>>;
  source: string;
  /** The stretch of time it is for; null: none. */
  windowAt: Date | null;
  /** The run that has it, or had it last. */
  runId: string | null;
}

export interface Failure {
  code: string;
  message: string;
}

/** 1 where the run that had it before ended without a word. A load that ends its process each time must not be tried for ever. */
const DIED = `(select count(*)::integer from ops.runs r where r.run_id = w.run_id and r.state = 'failed' and r.error_code = 'process_died')`;

/** A load that was asked for, in the hands of this process, from the moment it is looked at to the moment it is settled. */
export class HeldWork implements Errand {
  #holder: string | null;
  readonly #where: string;
  readonly #key: unknown[];

  constructor(readonly place: Place) {
    this.#holder = place.runId;
    this.#key = Object.values(place.key);
    this.#where = Object.keys(place.key)
      .map((column, at) => `${column} = $${at + 1}`)
      .join(' and ');
  }

  /** The run that loads it for us; null before there is one. */
  get runId(): string | null {
    return this.#holder === this.place.runId ? null : this.#holder;
  }

  /** Whoever has the source's turn may take it: the run that had it before is gone, or will find that it may not settle it. */
  async begin(db: pg.Client, runId: string): Promise<boolean> {
    const taken = await this.#change(db, `state = 'running', attempts = attempts + ${DIED}, run_id = ${this.#at(1)}`, [
      runId,
    ]);
    if (!taken) return false;
    this.#holder = runId;
    await db.query('update ops.runs set window_at = $2 where run_id = $1', [runId, this.place.windowAt]);
    return true;
  }

  async done(db: pg.Client, runId: string, outcome: 'loaded' | 'unchanged'): Promise<void> {
    const settled = await this.#change(
      db,
      `state = ${this.#at(1)}, settled_at = now(), retry_at = null, error_code = null, error_message = null`,
      [outcome, runId],
      `run_id = ${this.#at(2)}::bigint and state = 'running'`,
    );
    if (!settled) throw await this.lost(db, runId);
  }

  /** To be loaded again after a while; `counts`: it has cost an attempt. */
  async retryAfter(db: Queryable, ms: number, counts: boolean, { code, message }: Failure): Promise<boolean> {
    const again = `state = 'waiting', attempts = attempts + ${this.#at(1)}, retry_at = now() + ${this.#at(2)} * interval '1 ms',
      error_code = ${this.#at(3)}, error_message = ${this.#at(4)}`;
    return this.#settle(db, again, [counts ? 1 : 0, ms, code, message]);
  }

  /** Nothing was wrong with it: whoever comes next takes it. */
  async putBack(db: Queryable): Promise<boolean> {
    return this.#settle(db, `state = 'waiting'`, []);
  }

  async fail(db: Queryable, { code, message }: Failure): Promise<boolean> {
    const over = `state = 'failed', attempts = attempts + 1, retry_at = null, settled_at = now(),
      error_code = ${this.#at(1)}, error_message = ${this.#at(2)}`;
    return this.#settle(db, over, [code, message]);
  }

  /** Why a run may not publish for it any more. */
  protected async lost(_db: pg.Client, runId: string): Promise<IngestError> {
    const { source, windowAt } = this.place;
    return new IngestError('window_taken', { run: runId, source, window: windowAt?.toISOString() ?? 'a person' });
  }

  /** False: somebody else has taken it meanwhile, and it is theirs to settle. */
  async #settle(db: Queryable, change: string, values: unknown[]): Promise<boolean> {
    const holder = this.#at(values.length + 1);
    const mine = `run_id is not distinct from ${holder}::bigint and state in ('waiting', 'running')`;
    return this.#change(db, change, [...values, this.#holder], mine);
  }

  /** Place of the nth value behind the key's. */
  #at(n: number): string {
    return `$${this.#key.length + n}`;
  }

  async #change(
    db: Queryable,
    change: string,
    values: unknown[],
    where = `state in ('waiting', 'running')`,
  ): Promise<boolean> {
    const { rowCount } = await db.query(
      `update ${this.place.table} w set ${change} where ${this.#where} and ${where}`,
      [...this.#key, ...values],
    );
    return rowCount === 1;
  }
}
