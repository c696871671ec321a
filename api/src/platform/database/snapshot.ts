import type pg from 'pg';
import type { Queryable } from '@rapport/model/schema';

/**
 * What one request reads: every statement sees the same published state, however many there are.
 * The connection is taken with the first statement and must be given back by `close`.
 */
export class Snapshot implements Queryable {
  readonly #pool: pg.Pool;
  #client: Promise<pg.PoolClient> | undefined;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async query<Row extends object = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<{ rows: Row[]; rowCount: number | null }> {
    this.#client ??= this.#open();
    const client = await this.#client;
    return client.query<Row & pg.QueryResultRow>(text, values);
  }

  async close(): Promise<void> {
    const opened = this.#client;
    if (!opened) return;
    this.#client = undefined;
    const client = await opened.catch(() => undefined);
    if (!client) return;
    try {
      await client.query('commit');
      client.release();
    } catch (error) {
      client.release(error instanceof Error ? error : true);
    }
  }

  async #open(): Promise<pg.PoolClient> {
    const client = await this.#pool.connect();
    try {
      await client.query('begin isolation level repeatable read read only');
      return client;
    } catch (error) {
      client.release(error instanceof Error ? error : true);
      throw error;
    }
  }
}
