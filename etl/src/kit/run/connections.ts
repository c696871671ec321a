import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { Queryable } from '@rapport/model/schema';
import { IngestError } from '../errors/ingest-error.ts';

const GIVE_UP_MS = 5_000;
const POLL_MS = 50;

/**
 * The connections of one run. A server that loses its client notices within a second, even inside a long statement, so what a
 * killed process left running does not hold its locks for long.
 */
export class Connections {
  readonly #url: string;
  readonly #open: pg.Client[] = [];
  readonly #signal: AbortSignal | undefined;
  #run = '';

  constructor(url: string, signal?: AbortSignal) {
    this.#url = url;
    this.#signal = signal;
  }

  /** `zone` is the zone in which times without one are read. */
  async open(purpose: string, zone = 'UTC'): Promise<pg.Client> {
    this.#signal?.throwIfAborted();
    return this.openEvenSo(purpose, zone);
  }

  /** For what has to be said after a stop. */
  async openEvenSo(purpose: string, zone = 'UTC'): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString: this.#url,
      application_name: `rapport ingest ${purpose}${this.#run}`,
      connectionTimeoutMillis: 10_000,
    });
    client.on('error', () => undefined); // the statement under way reports it
    await client.connect();
    this.#open.push(client);
    await client.query(`set client_connection_check_interval = '1s'; set datestyle = 'ISO, YMD'; set intervalstyle = 'postgres';
      set extra_float_digits = 1; set client_min_messages = warning; set statement_timeout = 0; set lock_timeout = 0;
      set idle_in_transaction_session_timeout = 0; set default_statistics_target = 10; set work_mem = '96MB'`);
    await client.query(`select set_config('timezone', $1, false)`, [zone]);
    return client;
  }

  /** Whoever takes a silent run's place finds its connections by this name and ends them. */
  async belongTo(run: string, ...open: pg.Client[]): Promise<void> {
    this.#run = nameEnding(run);
    for (const client of open)
      await client.query(`select set_config('application_name', current_setting('application_name') || $1, false)`, [
        this.#run,
      ]);
  }

  /** The connection given, or another in its place where it does not answer. */
  async alive(client: pg.Client): Promise<pg.Client> {
    try {
      await client.query('select 1');
      return client;
    } catch {
      return this.openEvenSo('control');
    }
  }

  /** Until the server has ended what the others were at: nothing of the run is made or held any more. It ends them after a while. */
  async outlast(control: pg.Client, patienceMs = 0): Promise<void> {
    const others = `from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()
      and application_name like 'rapport ingest %' and right(application_name, length($1)) = $1`;
    for (let waited = 0; waited < patienceMs; waited += POLL_MS) {
      const { rows } = await control.query<{ any: boolean }>(`select exists (select ${others}) as any`, [this.#run]);
      if (!rows[0]?.any) return;
      await sleep(POLL_MS);
    }
    await control.query(`select pg_terminate_backend(pid, $2) ${others}`, [this.#run, GIVE_UP_MS]);
  }

  async closeAll(...except: pg.Client[]): Promise<void> {
    const closing = this.#open.filter((client) => !except.includes(client));
    this.#open.splice(0, this.#open.length, ...this.#open.filter((client) => except.includes(client)));
    await Promise.allSettled(closing.map((client) => client.end()));
  }
}

export function nameEnding(runId: string): string {
  return ` (run ${runId})`;
}

export async function requireSchema(db: pg.Client): Promise<void> {
  const { rows } = await db.query<{ ready: boolean }>(`select to_regclass('ops.runs') is not null as ready`);
  if (!rows[0]?.ready) throw new IngestError('database_not_migrated');
}

/** A connection that several workers may use: their statements follow one another. */
export function shared(client: pg.Client): Queryable {
  let last: Promise<unknown> = Promise.resolve();
  const query = (text: string, values?: unknown[]): Promise<pg.QueryResult> => {
    const done = last.then(() => client.query(text, values));
    last = done.catch(() => undefined);
    return done;
  };
  return { query } as Queryable;
}
