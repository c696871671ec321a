import pg from 'pg';
import type { Queryable } from '@rapport/model/schema';

export async function inTransaction<T>(db: pg.Client | pg.Pool, work: (tx: Queryable) => Promise<T>): Promise<T> {
  const lent = db instanceof pg.Pool ? await db.connect() : null;
  const client: pg.ClientBase = lent ?? (db as pg.Client);
  try {
    await client.query('begin');
    const done = await work(client);
    await client.query('commit');
    return done;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    lent?.release();
  }
}
