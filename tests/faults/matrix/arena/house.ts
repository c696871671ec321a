import type pg from 'pg';
import { ingest, type IngestError, type IngestOptions, type IngestReport } from '@rapport/etl';
import { openPool } from '@rapport/model/schema';
import type { Sent } from '../check/sent.ts';
import type { Rows } from '../shop/bazaar.ts';
import type { Apart } from './apart.ts';
import { Delivery } from './delivery.ts';
import type { Database } from './server.ts';

/** What a load in this process came to. */
export interface Told {
  /** committed, unchanged, dry-run, or the code of its error. */
  said: string;
  message: string;
  report: IngestReport | null;
}

/** One database, and what is delivered to it: its own, or the same as to others. */
export class House {
  readonly pool: pg.Pool;
  readonly #ownsDelivery: boolean;

  constructor(
    readonly database: Database,
    private readonly dropDatabase: (name: string) => Promise<void>,
    shared?: Delivery,
    readonly delivery = shared ?? new Delivery(),
  ) {
    this.#ownsDelivery = shared === undefined;
    this.pool = openPool(database.url, { application: 'faults', max: 3 });
    this.pool.on('error', () => undefined);
  }

  get url(): string {
    return this.database.url;
  }

  get sent(): Sent[] {
    return this.delivery.sent;
  }

  get inbox(): string {
    return this.delivery.inbox;
  }

  async rows<Row extends Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(sql, values)).rows;
  }

  put(name: string, content: string | Buffer, more: Partial<Omit<Sent, 'name' | 'path'>> = {}): Sent {
    return this.delivery.put(name, content, more);
  }

  deliver(rows: Partial<Rows>): void {
    this.delivery.deliver(rows);
  }

  options(source: string, more: Partial<IngestOptions> = {}): IngestOptions {
    const { inbox, home } = this.delivery;
    return { databaseUrl: this.url, source, from: inbox, home, trigger: 'cli', ...more };
  }

  async load(source = 'bazaar', more: Partial<IngestOptions> = {}): Promise<Told> {
    try {
      const report = await ingest(this.options(source, more));
      return { said: report.state, message: '', report };
    } catch (error) {
      const { code, message } = error as IngestError;
      return { said: code, message, report: null };
    }
  }

  /** The same load, in that process. */
  begin(apart: Apart, source = 'bazaar', more: Partial<IngestOptions> & { pauseAt?: string } = {}): Apart {
    return apart.go({ ...this.options(source, more) });
  }

  /** Keeps the database, so that others can be cloned from it. */
  async close(): Promise<void> {
    await this.pool.end();
  }

  async drop(): Promise<void> {
    if (!this.pool.ended) await this.pool.end();
    await this.dropDatabase(this.database.name);
    if (this.#ownsDelivery) this.delivery.remove();
  }
}
