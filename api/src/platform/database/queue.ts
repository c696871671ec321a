import type pg from 'pg';
import { Refusal } from '../graphql/refusal.ts';

const longest = new WeakMap<pg.Pool, number>();

/** How many may wait for a connection of this pool; who comes after them is told to come again. */
export function boundQueue(pool: pg.Pool, most: number): void {
  longest.set(pool, most);
}

export const overloaded = (): Refusal =>
  new Refusal(
    'OVERLOADED',
    { en: 'Too many questions at once. Try again in a second.', zh: '请求过多，请稍后重试。' },
    { status: 503 },
  );

/** A connection of one's own, after those who asked before. */
export async function borrow(pool: pg.Pool): Promise<pg.PoolClient> {
  if (pool.waitingCount >= (longest.get(pool) ?? Infinity)) throw overloaded();
  return pool.connect();
}
