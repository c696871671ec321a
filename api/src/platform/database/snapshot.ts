import type pg from 'pg';
import type { Queryable } from '@rapport/model/schema';

interface Answer<Row> {
  rows: Row[];
  rowCount: number | null;
}

/**
 * What one request reads: every statement sees the same published state, however many there are.
 * The connection is taken with the first statement and must be given back by `close`.
 */
export class Snapshot implements Queryable {
  readonly #pool: pg.Pool;
  #client: Promise<pg.PoolClient> | undefined;
  /** One connection answers one statement at a time; the next waits here. */
  #turn: Promise<unknown> = Promise.resolve();
  /** After one failure the transaction answers nothing more; what follows fails for the same reason. */
  #failure: { reason: unknown } | undefined;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  query<Row extends object = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Answer<Row>> {
    this.#client ??= this.#open();
    const opened = this.#client;
    const answer = this.#turn.then(async () => {
      if (this.#failure) throw this.#failure.reason;
      return (await opened).query<Row & pg.QueryResultRow>(text, values);
    });
    this.#turn = answer.catch((reason: unknown) => {
      this.#failure ??= { reason };
    });
    return answer;
  }

  async close(): Promise<void> {
    const opened = this.#client;
    if (!opened) return;
    await this.#turn;
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
