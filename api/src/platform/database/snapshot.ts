import { AsyncLocalStorage } from 'node:async_hooks';
import type pg from 'pg';
import type { Queryable } from '@rapport/model/schema';
import type { Scope } from '@rapport/model/vocabulary';
import { oneAtATime, sendAhead, sent } from './pipeline.ts';
import { statementName, type Span } from '../telemetry/tracing.ts';
import { preparedName } from './prepared.ts';
import { borrow } from './queue.ts';
import { keepingTo, ofScope } from './scope.ts';

export interface Stale {
  /** When the database answered last. */
  since: Date;
  dataVersion: string;
}

const remembering = new AsyncLocalStorage<true>();
/** What is read in here depends on the published state alone: it is read to be remembered. */
export const toRemember = <Value>(read: () => Promise<Value>): Promise<Value> => remembering.run(true, read);

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
  /** The answer to the last statement: those before it have come by then. */
  #turn: Promise<unknown> = Promise.resolve();
  /** After one failure the transaction answers nothing more; what follows fails for the same reason. */
  #failure: { reason: unknown } | undefined;

  /** Nothing but one remembered figure is asked for: see reads-once.ts. */
  alone = false;
  /** Set where a figure was answered that depends on nothing but this state, who asks and what is asked. */
  answeredIn: string | null = null;
  /** Set where something else was read, which may change without a publish. */
  readBeside = false;
  /** Set where a figure was answered from memory because the database is away. */
  stale: Stale | null = null;
  readonly #facts = new Map<string, Promise<unknown>>();
  #abandoned: Error | undefined;
  /** The answer was given; one whose error took everything along may leave readers behind that still want to ask. */
  #answered = false;
  /** The connection was given back. */
  #closed = false;
  #comment = '';
  #span: Span | undefined;

  constructor(pool: pg.Pool, scope: Scope | null = null) {
    this.#pool = pool;
    this.#scope = scope;
  }

  query<Row extends object = Record<string, unknown>>(text: string, values: unknown[] = []): Promise<Answer<Row>> {
    if (this.#abandoned) return Promise.reject(this.#abandoned);
    if (this.#answered) return Promise.reject(new Error('A statement came after its answer was given.'));
    if (!remembering.getStore()) this.readBeside = true;
    this.#client ??= this.#open();
    const span = this.#span?.child(statementName(text), { 'db.system.name': 'postgresql' });
    const answer = this.#client.then((client) => this.#ask<Row>(client, text, values));
    if (span)
      answer.then(
        ({ rowCount }) => span.end('ok', { 'db.response.returned_rows': rowCount ?? 0 }),
        () => span.end('failed'),
      );
    this.#turn = answer.catch((reason: unknown) => {
      this.#failure ??= { reason };
    });
    return answer;
  }

  /** Statements follow each other without waiting for answers; what follows a failed one fails with it. */
  async #ask<Row extends object>(client: pg.PoolClient, text: string, values: unknown[]): Promise<Answer<Row>> {
    if (this.#failure) throw this.#failure.reason;
    const named = this.#within(text) + this.#comment;
    try {
      return await sent(client, () =>
        client.query<Row & pg.QueryResultRow>({ name: preparedName(named), text: named, values }),
      );
    } catch (error) {
      // Noted here, not with the promise: the failures that follow from this one may have come in the same packet.
      this.#failure ??= { reason: this.#abandoned ?? error };
      throw this.#abandoned ?? this.#failure.reason;
    }
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

  /** Each statement is told of as a part of this. */
  tracedBy(span: Span): void {
    this.#span = span;
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
    this.#answered = true;
    const opened = this.#client;
    if (!opened) return;
    await this.#turn;
    const client = await opened.catch(() => undefined);
    if (!client || this.#closed) return;
    this.#closed = true;
    try {
      await client.query('commit');
      oneAtATime(client);
      client.release();
    } catch (error) {
      client.release(error instanceof Error ? error : true);
    }
  }

  #release(client: pg.PoolClient, reason: Error): void {
    if (this.#closed) return;
    this.#closed = true;
    // A connection that sends ahead would first hear out what it has sent.
    oneAtATime(client);
    client.release(reason);
  }

  async #open(): Promise<pg.PoolClient> {
    const client = await borrow(this.#pool);
    const begin = 'begin isolation level repeatable read read only';
    try {
      // Nobody scoped reads before the scope is known to be set; for everybody else the first statement need not wait.
      if (this.#scope) await client.query(`${begin}${keepingTo(this.#scope)}`);
      sendAhead(client);
      if (!this.#scope)
        sent(client, () => client.query(begin)).catch((reason: unknown) => (this.#failure ??= { reason }));
      return client;
    } catch (error) {
      client.release(error instanceof Error ? error : true);
      throw error;
    }
  }
}
