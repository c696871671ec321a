import type pg from 'pg';
import type { Queryable } from '@rapport/model/schema';
import { borrow } from '../database/queue.ts';

/** All of it or nothing. */
export async function inTransaction<Value>(pool: pg.Pool, work: (db: Queryable) => Promise<Value>): Promise<Value> {
  const client = await borrow(pool);
  let broken: unknown;
  try {
    await client.query('begin');
    const value = await work(client);
    await client.query('commit');
    return value;
  } catch (error) {
    await client.query('rollback').catch((lost: unknown) => (broken = lost));
    throw error;
  } finally {
    client.release(broken instanceof Error ? broken : undefined);
  }
}
