import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { IngestError } from '../errors/ingest-error.ts';
import type { Source } from '../source/source.ts';
import { endSilentRuns, LEASE_MS } from './silent-runs.ts';
import type { Stage, StageWork } from './stages.ts';

const HEARTBEAT_MS = 2_000;
/** Namespace of the advisory locks that make one writer a source; the second key is the source's own. */
const SOURCE_LOCK = 7_270_002;
const PATIENCE = 15;

/** The run's row and its lease, kept outside the publishing transaction so that a failed run is visible; its heart beats on a connection that waits for nothing else. */
export class Run {
  readonly #db: pg.Client;
  readonly #pulse: pg.Client;
  #heartbeat: NodeJS.Timeout | null = null;
  #beating = false;
  stage: Stage = 'discover';

  private constructor(
    db: pg.Client,
    pulse: pg.Client,
    readonly runId: string,
    readonly token: string,
    readonly source: string,
  ) {
    this.#db = db;
    this.#pulse = pulse;
  }

  /**
   * Refuses a second run of the source, unless the first has been silent for longer than the lease: then it is ended. Marks
   * runs whose process died as failed; takes the next fencing token.
   */
  static async start(
    { db, pulse }: { db: pg.Client; pulse: pg.Client },
    source: Source,
    trigger: string,
    leaseMs = LEASE_MS,
  ): Promise<Run> {
    await endSilentRuns(db, leaseMs, source.name);
    await holdSource(db, source.name);
    await failDeadRuns(db, source.name);
    const { rows: leases } = await db.query<{ fencing_token: string }>(
      `insert into ops.source_leases as l (source, fencing_token, heartbeat_at) values ($1, 1, now())
       on conflict (source) do update set fencing_token = l.fencing_token + 1, heartbeat_at = now() returning fencing_token`,
      [source.name],
    );
    const token = leases[0]?.fencing_token ?? '0';
    const { rows } = await db.query<{ run_id: string }>(
      `with run as (
         insert into ops.runs (source, shop, trigger, state, stage, fencing_token) values ($1, $2, $3, 'running', 'discover', $4)
         returning run_id
       ) insert into ops.run_stages (run_id, stage, started_at) select run_id, 'discover', now() from run returning run_id`,
      [source.name, source.shop.code, trigger, token],
    );
    const run = new Run(db, pulse, rows[0]?.run_id ?? '', token, source.name);
    await db.query('update ops.source_leases set run_id = $2 where source = $1', [source.name, run.runId]);
    const every = Math.min(HEARTBEAT_MS, leaseMs / 5);
    run.#heartbeat = setInterval(() => void run.#beat().catch(() => undefined), every);
    return run;
  }

  /** A run that only an open transaction knows of, to be taken back with it. */
  static async imagine(tx: pg.Client, source: Source, trigger: string): Promise<Run> {
    const { rows } = await tx.query<{ run_id: string; token: string }>(
      `with lease as (
         insert into ops.source_leases as l (source, fencing_token, heartbeat_at) values ($1, 1, now())
         on conflict (source) do update set fencing_token = l.fencing_token + 1 returning fencing_token
       ) insert into ops.runs (source, shop, trigger, state, stage, fencing_token) select $1, $2, $3, 'running', 'merge', fencing_token from lease
       returning run_id, fencing_token as token`,
      [source.name, source.shop.code, trigger],
    );
    return new Run(tx, tx, rows[0]?.run_id ?? '', rows[0]?.token ?? '', source.name);
  }

  /** `done`: what the stage that ends here handled. */
  async enter(stage: Stage, done: StageWork = {}): Promise<void> {
    this.stage = stage;
    await this.#db.query(
      `with left_behind as (
         update ops.run_stages set ended_at = now(), rows = $3, bytes = $4 where run_id = $1 and stage <> $2 and ended_at is null
       ), entered as (
         insert into ops.run_stages (run_id, stage, started_at) values ($1, $2, now())
         on conflict (run_id, stage) do update set started_at = excluded.started_at, ended_at = null
       ) update ops.runs set stage = $2, heartbeat_at = now() where run_id = $1 and state = 'running'`,
      [this.runId, stage, done.rows ?? null, done.bytes ?? null],
    );
  }

  /** Nothing was new: a finished run that published nothing. */
  async endUnchanged(done: StageWork = {}): Promise<void> {
    this.#stopHeartbeat();
    await this.#db.query(
      `with ended as (
         update ops.run_stages set ended_at = now(), rows = $2, bytes = $3 where run_id = $1 and ended_at is null
       ) update ops.runs set state = 'unchanged', stage = 'done', finished_at = now(), heartbeat_at = now() where run_id = $1`,
      [this.runId, done.rows ?? null, done.bytes ?? null],
    );
  }

  /** `db`: the run's own connection may be what failed. */
  async fail(error: IngestError, db: pg.Client): Promise<void> {
    this.#stopHeartbeat();
    await db.query(
      `with failed as (
         update ops.runs set state = 'failed', finished_at = now(), error_code = $2, error_message = $3
         where run_id = $1 and state = 'running' returning run_id
       ) update ops.run_stages s set ended_at = now() from failed where s.run_id = failed.run_id and s.ended_at is null`,
      [this.runId, error.code, error.message],
    );
  }

  async isCommitted(db: pg.Client): Promise<boolean> {
    const { rows } = await db.query<{ state: string }>('select state from ops.runs where run_id = $1', [this.runId]);
    return rows[0]?.state === 'committed';
  }

  end(): void {
    this.#stopHeartbeat();
  }

  async #beat(): Promise<void> {
    if (this.#beating) return;
    this.#beating = true;
    try {
      await this.#sayAlive();
    } finally {
      this.#beating = false;
    }
  }

  async #sayAlive(): Promise<void> {
    await this.#pulse.query(`update ops.runs set heartbeat_at = now() where run_id = $1 and state = 'running'`, [
      this.runId,
    ]);
    await this.#pulse.query(
      'update ops.source_leases set heartbeat_at = now() where source = $1 and fencing_token = $2',
      [this.source, this.token],
    );
  }

  #stopHeartbeat(): void {
    if (this.#heartbeat) clearInterval(this.#heartbeat);
    this.#heartbeat = null;
  }
}

/** A session lock: it goes with the process, however that ends; the server may need a moment to see that it ended. */
export async function holdSource(db: pg.Client, source: string): Promise<void> {
  for (let attempt = 0; attempt < PATIENCE; attempt++) {
    const { rows } = await db.query<{ got: boolean }>('select pg_try_advisory_lock($1, hashtext($2)) as got', [
      SOURCE_LOCK,
      source,
    ]);
    if (rows[0]?.got) return;
    await sleep(100);
  }
  const { rows: running } = await db.query<{ run_id: string; stage: string }>(
    `select run_id, stage from ops.runs where source = $1 and state = 'running' order by run_id desc limit 1`,
    [source],
  );
  throw new IngestError('source_busy', { source, run: running[0]?.run_id ?? '?', stage: running[0]?.stage ?? '?' });
}

/** Whoever holds the source's lock knows that no other process runs it: what still says "running" died. */
async function failDeadRuns(db: pg.Client, source: string): Promise<void> {
  const died = new IngestError('process_died');
  await db.query(
    `update ops.runs set state = 'failed', finished_at = now(), error_code = $2, error_message = $3
     where state = 'running' and source = $1`,
    [source, died.code, died.message],
  );
}
