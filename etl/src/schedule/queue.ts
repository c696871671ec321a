import type { RunnerOptions, WorkerPool } from 'graphile-worker';
import pg from 'pg';
import type { Queryable } from '@rapport/model/schema';

const SCHEMA = 'graphile_worker';
const TASK = 'load';
/** Two workers that start at once must not install the queue's tables at once. */
const INSTALL_LOCK = 7_270_004;

export interface QueueOptions {
  databaseUrl: string;
  concurrency: number;
  /** How often it looks for jobs whose time has come; new ones are announced. */
  pollMs: number;
  /** Loads under way have so long to finish by themselves before they are interrupted. */
  graceMs: number;
  /** Never throws. */
  load(job: LoadJob, signal: AbortSignal): Promise<void>;
  warn(message: string): void;
}

/** All that a job says; everything else is looked up when it begins. */
export interface LoadJob {
  source: string;
  window: string;
}

/** graphile-worker's pool in a schema of its own, on connections of its own: it expects numbers to come as text. */
export class Queue {
  #running = true;

  private constructor(
    private readonly connections: pg.Pool,
    private readonly pool: WorkerPool,
  ) {
    pool.promise.then(
      () => (this.#running = false),
      () => (this.#running = false),
    );
  }

  static async open(options: QueueOptions): Promise<Queue> {
    const { Logger, runMigrations, runTaskList } = await import('graphile-worker'); // only a worker has a queue
    const connections = openConnections(options);
    try {
      const shared: RunnerOptions = {
        pgPool: connections,
        schema: SCHEMA,
        concurrency: options.concurrency,
        pollInterval: options.pollMs,
        gracefulShutdownAbortTimeout: options.graceMs,
        noHandleSignals: true,
        // Signing off in batches is what waits for a database that is away; one by one, its absence would end the process.
        preset: { worker: { completeJobBatchDelay: 0, failJobBatchDelay: 0 } },
        logger: new Logger(() => (level, message) => {
          if (level === 'error' || level === 'warning') options.warn(message);
        }),
      };
      await install(connections, () => runMigrations(shared));
      const tasks = {
        [TASK]: (job: unknown, { abortSignal }: { abortSignal: AbortSignal }) =>
          options.load(job as LoadJob, abortSignal),
      };
      return new Queue(connections, runTaskList(shared, tasks, connections));
    } catch (error) {
      await connections.end();
      throw error;
    }
  }

  /** Its name as the holder of jobs. */
  get poolId(): string {
    return this.pool.id;
  }

  /** False when it has given up, as it does when the database was away while a job had to be signed off. */
  get running(): boolean {
    return this.#running;
  }

  /** Takes nothing new and lets what is under way finish or be interrupted. */
  async close(): Promise<void> {
    if (this.#running) {
      try {
        await this.pool.gracefulShutdown();
      } catch {
        // what it could not sign off is given free by the next worker
      }
    }
    await this.connections.end().catch(() => undefined);
  }
}

function openConnections({ databaseUrl, concurrency }: QueueOptions): pg.Pool {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    max: concurrency + 2,
    application_name: 'rapport worker queue',
    connectionTimeoutMillis: 10_000,
  });
  pool.on('error', () => {});
  pool.on('connect', (client) => client.on('error', () => {}));
  return pool;
}

async function install(connections: pg.Pool, makeTables: () => Promise<void>): Promise<void> {
  const guard = await connections.connect();
  try {
    await guard.query(`set lock_timeout = '10s'`);
    await guard.query('select pg_advisory_lock($1)', [INSTALL_LOCK]);
    await makeTables();
  } finally {
    guard.release(true); // the lock goes with the connection
  }
}

/** One job a window, whoever asks and however often. */
export async function enqueue(db: Queryable, source: string, at: Date, notBefore: Date | null): Promise<void> {
  await add(db, source, at, '$4::timestamptz', notBefore, 'unsafe_dedupe');
}

/** In place of the job that is being worked on now. */
export async function enqueueAgain(db: Queryable, source: string, at: Date, afterMs: number): Promise<void> {
  await add(db, source, at, `now() + $4 * interval '1 ms'`, afterMs, 'replace');
}

/** Takes back the jobs of these windows that have not begun. */
export async function withdraw(db: Queryable, source: string, windows: readonly Date[]): Promise<void> {
  const { rows } = await db.query<{ there: boolean }>(`select to_regclass('${SCHEMA}.jobs') is not null as there`);
  if (!rows[0]?.there) return;
  for (const at of windows) await db.query(`select ${SCHEMA}.remove_job($1)`, [keyOf(source, at)]);
}

const keyOf = (source: string, at: Date): string => `${source}@${at.toISOString()}`;

async function add(db: Queryable, source: string, at: Date, runAt: string, when: unknown, mode: string): Promise<void> {
  const job: LoadJob = { source, window: at.toISOString() };
  await db.query(
    `select ${SCHEMA}.add_job('${TASK}', payload := $1::json, job_key := $2, job_key_mode := $3, run_at := ${runAt})`,
    [JSON.stringify(job), keyOf(source, at), mode, when],
  );
}
