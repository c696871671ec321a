import type pg from 'pg';
import type { Queryable } from '@rapport/model/schema';
import type { Scope } from '@rapport/model/vocabulary';
import { preparedName } from './prepared.ts';
import { borrow } from './queue.ts';
import { keepingTo, ofScope } from './scope.ts';

export interface Stale {
  /** When the database answered last. */
  since: Date;
  dataVersion: string;
}

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
  /** Null: everything. */
  readonly #scope: Scope | null;
  #client: Promise<pg.PoolClient> | undefined;
  /** One connection answers one statement at a time; the next waits here. */
  #turn: Promise<unknown> = Promise.resolve();
  /** After one failure the transaction answers nothing more; what follows fails for the same reason. */
  #failure: { reason: unknown } | undefined;

  /** Nothing but one remembered figure is asked for: see reads-once.ts. */
  alone = false;
  /** Set where a figure was answered from memory because the database is away. */
  stale: Stale | null = null;
  readonly #facts = new Map<string, Promise<unknown>>();
  #abandoned: Error | undefined;
  /** The connection was given back. */
  #closed = false;
  #comment = '';

  constructor(pool: pg.Pool, scope: Scope | null = null) {
    this.#pool = pool;
    this.#scope = scope;
  }

  query<Row extends object = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Answer<Row>> {
    if (this.#abandoned) return Promise.reject(this.#abandoned);
    this.#client ??= this.#open();
    const opened = this.#client;
    const answer = this.#turn.then(async () => {
      if (this.#failure) throw this.#failure.reason;
      const named = this.#within(text) + this.#comment;
      const client = await opened;
      return client
        .query<Row & pg.QueryResultRow>({ name: preparedName(named), text: named, values })
        .catch((error: unknown) => {
          throw this.#abandoned ?? error;
        });
    });
    this.#turn = answer.catch((reason: unknown) => {
      this.#failure ??= { reason };
    });
    return answer;
  }

  #within(text: string): string {
    return this.#scope ? ofScope(text) : text;
  }

  /** What cannot change within one snapshot is read once. */
  once<Value>(fact: string, read: () => Promise<Value>): Promise<Value> {
    let known = this.#facts.get(fact) as Promise<Value> | undefined;
    if (!known) this.#facts.set(fact, (known = read()));
    return known;
  }

  /** Whether a connection was taken: from then on every statement sees one state. */
  get opened(): boolean {
    return this.#client !== undefined;
  }

  /** Written behind every statement, so that the database's own views and logs tell which question it belongs to. */
  nameOperation(name: string): void {
    this.#comment = /^\w{1,80}$/.test(name) ? ` /* operation ${name} */` : '';
  }

  /** Nobody waits any more: what runs is broken off, what comes is refused. The database notices that its client is gone. */
  abandon(reason: Error): void {
    if (this.#abandoned || this.#closed) return;
    this.#abandoned = reason;
    void this.#client?.then(
      (client) => this.#release(client, reason),
      () => {},
    );
  }

  async close(): Promise<void> {
    const opened = this.#client;
    if (!opened) return;
    await this.#turn;
    const client = await opened.catch(() => undefined);
    if (!client || this.#closed) return;
    this.#closed = true;
    try {
      await client.query('commit');
      client.release();
    } catch (error) {
      client.release(error instanceof Error ? error : true);
    }
  }

  #release(client: pg.PoolClient, reason: Error): void {
    if (this.#closed) return;
    this.#closed = true;
    client.release(reason);
  }

  async #open(): Promise<pg.PoolClient> {
    const client = await borrow(this.#pool);
    try {
      await client.query(`begin isolation level repeatable read read only${this.#scope ? keepingTo(this.#scope) : ''}`);
      return client;
    } catch (error) {
      client.release(error instanceof Error ? error : true);
      throw error;
    }
  }
}
