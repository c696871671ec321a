import { MikroORM, type EntityManager } from '@mikro-orm/postgresql';
import {
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely';
import type pg from 'pg';
import type { Queryable } from '../database.ts';
import { entities } from './all.ts';

export type { EntityManager };

interface Lent {
  db: Queryable;
  release(): void;
}

/** The ORM writes values into its statements; a NUL would cut one short, so it is refused here as PostgreSQL refuses it. */
function assertWhole(text: string): void {
  if (text.includes('\0')) throw Object.assign(new Error('A value holds a NUL, which no text can.'), { code: '22021' });
}

class LentConnection implements DatabaseConnection {
  readonly lent: Lent;

  constructor(lent: Lent) {
    this.lent = lent;
  }

  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    assertWhole(sql);
    const { rows, rowCount } = await this.lent.db.query(sql, [...parameters]);
    return { rows: rows as Row[], numAffectedRows: BigInt(rowCount ?? 0) };
  }

  streamQuery(): never {
    throw new Error('Entities are read whole, never as a stream.');
  }
}

/** Connections that belong to somebody else: borrowed for one statement or one transaction, never opened or closed here. */
class LendingDriver implements Driver {
  readonly #lend: () => Promise<Lent>;

  constructor(lend: () => Promise<Lent>) {
    this.#lend = lend;
  }

  async init(): Promise<void> {}

  async destroy(): Promise<void> {}

  async acquireConnection(): Promise<LentConnection> {
    return new LentConnection(await this.#lend());
  }

  async releaseConnection(connection: LentConnection): Promise<void> {
    connection.lent.release();
  }

  async beginTransaction({ lent }: LentConnection): Promise<void> {
    await lent.db.query('begin');
  }

  async commitTransaction({ lent }: LentConnection): Promise<void> {
    await lent.db.query('commit');
  }

  async rollbackTransaction({ lent }: LentConnection): Promise<void> {
    await lent.db.query('rollback');
  }
}

const lending = (lend: () => Promise<Lent>): Dialect => ({
  createDriver: () => new LendingDriver(lend),
  createAdapter: () => new PostgresAdapter(),
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => new PostgresQueryCompiler(),
});

function openOver(pool: pg.Pool): MikroORM {
  const dialect = lending(async () => {
    const client = await pool.connect();
    return { db: client, release: () => client.release() };
  });
  return new MikroORM({ dbName: 'of the pool', entities, driverOptions: () => dialect, ensureDatabase: false });
}

const opened = new WeakMap<pg.Pool, MikroORM>();

/** A fresh unit of work on the entities of auth and ops. One ORM a pool: it borrows connections, and is gone with the pool. */
export function entitiesOver(pool: pg.Pool): EntityManager {
  let orm = opened.get(pool);
  if (!orm) opened.set(pool, (orm = openOver(pool)));
  return orm.em.fork();
}

/** The same, to read inside what `db` has open: a transaction, or the snapshot of one request. */
export function entitiesInside(db: Queryable, pool: pg.Pool): EntityManager {
  const em = entitiesOver(pool);
  em.setTransactionContext(new Kysely({ dialect: lending(async () => ({ db, release: () => {} })) }));
  return em;
}
