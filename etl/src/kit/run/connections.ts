import pg from 'pg';
import { IngestError } from '../errors/ingest-error.ts';

/**
 * The connections of one run. A server that loses its client notices within a second, even inside a long statement, so what a
 * killed process left running does not hold its locks for long.
 */
export class Connections {
  readonly #url: string;
  readonly #open: pg.Client[] = [];
  #run = '';

  constructor(url: string) {
    this.#url = url;
  }

  /** `zone` is the zone in which times without one are read. */
  async open(purpose: string, zone = 'UTC'): Promise<pg.Client> {
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
  async belongTo(runId: string, control: pg.Client): Promise<void> {
    this.#run = nameEnding(runId);
    await control.query(`select set_config('application_name', 'rapport ingest control' || $1, false)`, [this.#run]);
  }

  async closeAll(except?: pg.Client): Promise<void> {
    const closing = this.#open.filter((client) => client !== except);
    this.#open.splice(0, this.#open.length, ...this.#open.filter((client) => client === except));
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
