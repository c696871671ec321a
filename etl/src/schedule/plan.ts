import type pg from 'pg';
import { windowsBetween, type Scheduled } from './windows.ts';

/** So many windows are recorded in one go; what is left comes at the next beat. */
const AT_ONCE = 500;

export interface Planned {
  windows: Date[];
  /** Older ones that a newer window stands for (`catchUp: latest`). */
  skipped: number;
}

/**
 * Records every window that has come since the last time, once, whoever does it first. A source is planned from the moment it
 * is first seen with a schedule.
 */
export async function planSource(pool: pg.Pool, source: Scheduled, now: Date): Promise<Planned> {
  const client = await pool.connect();
  try {
    await client.query('begin');
    const planned = await plan(client, source, now);
    await client.query('commit');
    return planned;
  } catch (error) {
    await client.query('rollback').catch(() => undefined);
    throw error;
  } finally {
    client.release();
  }
}

async function plan(db: pg.PoolClient, source: Scheduled, now: Date): Promise<Planned> {
  await db.query('insert into ops.schedules (source, planned_until) values ($1, $2) on conflict (source) do nothing', [
    source.name,
    now,
  ]);
  const { rows } = await db.query<{ planned_until: Date }>(
    'select planned_until from ops.schedules where source = $1 for update',
    [source.name],
  );
  const since = rows[0]?.planned_until ?? now;
  const windows = windowsBetween(source, since, now, AT_ONCE);
  if (since >= now) return { windows: [], skipped: 0 };
  await db.query(
    'insert into ops.schedule_windows (source, window_at) select $1, unnest($2::timestamptz[]) on conflict do nothing',
    [source.name, windows],
  );
  const until = windows.length === AT_ONCE ? windows.at(-1) : now;
  await db.query('update ops.schedules set planned_until = $2 where source = $1', [source.name, until]);
  const newest = windows.at(-1);
  const skipped = newest && source.schedule.catchUp === 'latest' ? await skipBefore(db, source.name, newest) : 0;
  return { windows, skipped };
}

async function skipBefore(db: pg.PoolClient, source: string, newest: Date): Promise<number> {
  const { rowCount } = await db.query(
    `update ops.schedule_windows set state = 'skipped', settled_at = now()
     where source = $1 and state = 'waiting' and window_at < $2`,
    [source, newest],
  );
  return rowCount ?? 0;
}
