import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import type pg from 'pg';
import { openPool } from '@rapport/model/schema';
import { AlertWatch } from '../alerts/watch.ts';
import type { ReportHands } from '../reports/deliver.ts';
import { ReportWatch } from '../reports/watch.ts';
import { addressOf, translateDatabaseError } from '../kit/errors/database-error.ts';
import { sweepSpool } from '../connect/spool.ts';
import type { SecretResolver } from '../connect/secrets.ts';
import { IngestError } from '../kit/errors/ingest-error.ts';
import { endSilentRuns, LEASE_MS } from '../kit/run/silent-runs.ts';
import { sourceLibrary } from '../sources/library.ts';
import { Beside } from './beside.ts';
import type { LoadSettings } from './load-settings.ts';
import { enqueueHeads, WindowLoader } from './load-window.ts';
import type { WorkerLog } from './log.ts';
import { planSource } from './plan.ts';
import { Queue } from './queue.ts';
import { readScheduled, type ScheduledSources } from './scheduled-sources.ts';
import { BACK_OFF, type BackOff } from './troubles.ts';
import { openHeads } from './window-state.ts';
import { beat, freeJobsOfTheDead, leave } from './workers.ts';

export interface WorkerOptions {
  databaseUrl: string;
  home: string;
  masterKey?: string | null;
  /** Where secrets of connections are found. */
  secrets?: SecretResolver;
  /** Where relative folders of schedules begin. */
  deliveries: string;
  /** Ends the worker: nothing new is begun, loads under way finish or are interrupted. */
  signal: AbortSignal;
  log: WorkerLog;
  /** Loads at a time; by default one for each scheduled source, so that none waits for another. */
  concurrency?: number;
  /** Prints pages and mails them; without it no report is sent by this worker. */
  reports?: () => ReportHands;
  /** Load what is due, then end. */
  once?: boolean;
  /** Decides which windows have come; waits and leases are counted by the database's clock. */
  now?: () => Date;
  beatMs?: number;
  leaseMs?: number;
  pollMs?: number;
  graceMs?: number;
  backOff?: BackOff;
}

export interface WorkerSummary {
  loaded: number;
  unchanged: number;
  failed: number;
  retried: number;
}

const BEAT_MS = 5_000;
const ONCE_BEAT_MS = 250;
const POLL_MS = 2_000;
const GRACE_MS = 5_000;
const FEWEST_LOADS = 8;

/** Loads every scheduled source when it is due, until it is told to end. Several may run on one database. */
export async function runWorker(options: WorkerOptions): Promise<WorkerSummary> {
  const worker = new Worker(options);
  return worker.run();
}

class Worker {
  readonly #options: WorkerOptions;
  readonly #pool: pg.Pool;
  readonly #loader: WindowLoader;
  readonly #beside: Beside;
  readonly #alerts: AlertWatch;
  readonly #reports: ReportWatch | null;
  readonly #identity = {
    workerId: randomUUID(),
    poolId: null as string | null,
    process: `${hostname()}:${process.pid}`,
  };
  readonly #brokenBefore = new Map<string, string>();
  readonly #leaseMs: number;
  /** Sources this process is at work on. */
  readonly #busy = new Set<string>();
  #queue: Queue | null = null;

  constructor(options: WorkerOptions) {
    this.#options = options;
    this.#leaseMs = options.leaseMs ?? LEASE_MS;
    this.#pool = openPool(options.databaseUrl, { application: 'rapport worker', max: 4 });
    this.#alerts = new AlertWatch(this.#pool, { home: options.home, log: options.log });
    const { reports: hands, log, now } = options;
    this.#reports = hands ? new ReportWatch(this.#pool, { hands, log, ...(now ? { now } : {}) }) : null;
    const settings: LoadSettings = {
      databaseUrl: options.databaseUrl,
      home: options.home,
      masterKey: options.masterKey ?? null,
      secrets: options.secrets,
      deliveries: options.deliveries,
      leaseMs: this.#leaseMs,
      backOff: options.backOff ?? BACK_OFF,
      library: sourceLibrary,
      log: options.log,
      now: options.now ?? (() => new Date()),
    };
    this.#loader = new WindowLoader(settings, this.#pool, this.#busy);
    this.#beside = new Beside(settings, this.#pool, this.#busy, this.#identity.workerId);
  }

  async run(): Promise<WorkerSummary> {
    const { signal, once, log } = this.#options;
    try {
      await requireSchedules(this.#pool);
      while (!signal.aborted) {
        const sources = this.#read();
        const busy = await this.#beat(sources);
        if (once && busy === false) break;
        const pause = this.#options.beatMs ?? (once ? ONCE_BEAT_MS : BEAT_MS);
        await sleep(pause, undefined, { signal }).catch(() => undefined);
      }
      return this.#loader.tally;
    } catch (error) {
      throw translateDatabaseError(error, addressOf(this.#options.databaseUrl));
    } finally {
      log('info', 'worker.stopping');
      await Promise.all([this.#queue?.close(), this.#beside.close(this.#options.graceMs ?? GRACE_MS)]);
      await Promise.all([this.#alerts.close(once === true), this.#reports?.close()]);
      await leave(this.#pool, this.#identity.workerId).catch(() => undefined);
      await this.#pool.end();
      log('info', 'worker.stopped', { ...this.#loader.tally });
    }
  }

  /** One look at everything; null: the database was away. Otherwise whether something is due or under way. */
  async #beat(sources: ScheduledSources): Promise<boolean | null> {
    const names = sources.scheduled.map(({ name }) => name);
    try {
      await this.#work(sources);
      await beat(this.#pool, this.#identity);
      await this.#clearAway();
      for (const source of sources.scheduled) {
        const { windows, skipped } = await planSource(this.#pool, source, this.#options.now?.() ?? new Date());
        if (windows.length > 0)
          this.#options.log('info', 'windows.due', { source: source.name, windows: windows.length, skipped });
      }
      await enqueueHeads(
        this.#pool,
        names.filter((name) => !this.#busy.has(name)),
      );
      this.#alerts.look();
      this.#reports?.look();
      await this.#beside.look(this.#options.once !== true);
      return await this.#isBusy(names);
    } catch (error) {
      if (this.#options.once) throw error;
      const { code } = asIngestError(error, this.#options.databaseUrl);
      this.#options.log('warn', 'worker.waiting', { code });
      return null;
    }
  }

  /** The queue ends when it loses the database; it is opened anew. */
  async #work({ scheduled }: ScheduledSources): Promise<void> {
    if (this.#queue?.running) return;
    const { databaseUrl, log, concurrency } = this.#options;
    await this.#queue?.close();
    this.#queue = null;
    this.#queue = await Queue.open({
      databaseUrl,
      concurrency: concurrency ?? Math.max(FEWEST_LOADS, scheduled.length),
      pollMs: this.#options.pollMs ?? POLL_MS,
      graceMs: this.#options.graceMs ?? GRACE_MS,
      load: (job, signal) => this.#loader.load(job, signal),
      warn: (message) => log('warn', 'queue.trouble', { message }),
    });
    this.#identity.poolId = this.#queue.poolId;
    log('info', 'worker.started', { process: this.#identity.process, sources: scheduled.length });
  }

  async #clearAway(): Promise<void> {
    for (const { runId, source } of await endSilentRuns(this.#pool, this.#leaseMs))
      this.#options.log('warn', 'run.ended_silent', { source, run: runId });
    const freed = await freeJobsOfTheDead(this.#pool, this.#leaseMs);
    if (freed > 0) this.#options.log('warn', 'jobs.freed', { workers: freed });
    await sweepSpool(this.#pool, this.#options.home);
  }

  async #isBusy(names: readonly string[]): Promise<boolean> {
    const heads = await openHeads(this.#pool, names);
    return this.#busy.size > 0 || this.#beside.atWork || heads.some(({ state, due }) => state === 'running' || due);
  }

  #read(): ScheduledSources {
    const sources = readScheduled(sourceLibrary());
    const broken = new Map(sources.broken.map(({ name, problem }) => [name, problem]));
    for (const [source, problem] of broken) {
      if (this.#brokenBefore.get(source) !== problem)
        this.#options.log('error', 'source.unreadable', { source, problem });
    }
    this.#brokenBefore.clear();
    for (const [source, problem] of broken) this.#brokenBefore.set(source, problem);
    return sources;
  }
}

async function requireSchedules(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ ready: boolean }>(
    `select to_regclass('ops.schedule_windows') is not null as ready`,
  );
  if (!rows[0]?.ready) throw new IngestError('database_not_migrated');
}

function asIngestError(error: unknown, url: string): { code: string } {
  try {
    return translateDatabaseError(error, addressOf(url));
  } catch {
    return { code: 'unexpected' };
  }
}
