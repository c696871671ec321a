import type { Queryable } from '@rapport/model/schema';
import { IngestError } from '../kit/errors/ingest-error.ts';
import { sourceLibrary } from '../sources/library.ts';
import { withdraw } from './queue.ts';

/** Nothing of the source is started until it is resumed; a load under way ends as it would. Its windows are still recorded. */
export async function pauseSource(db: Queryable, source: string): Promise<void> {
  requireSchedule(source);
  await db.query(
    `insert into ops.schedules as s (source, planned_until, paused_at) values ($1, now(), now())
     on conflict (source) do update set paused_at = coalesce(s.paused_at, excluded.paused_at)`,
    [source],
  );
}

/** What came due meanwhile is caught up with as its schedule says. */
export async function resumeSource(db: Queryable, source: string): Promise<void> {
  requireSchedule(source);
  await db.query('update ops.schedules set paused_at = null where source = $1', [source]);
}

/**
 * Failed windows wait again, with all their attempts, and one that waits for its next attempt need not wait any longer.
 * Returns how many.
 */
export async function retryNow(db: Queryable, source: string): Promise<number> {
  requireSchedule(source);
  const { rows } = await db.query<{ window_at: Date }>(
    `update ops.schedule_windows set state = 'waiting', attempts = 0, retry_at = null, settled_at = null
     where source = $1 and (state = 'failed' or (state = 'waiting' and retry_at is not null)) returning window_at`,
    [source],
  );
  const windows = rows.map(({ window_at }) => window_at);
  await withdraw(db, source, windows);
  return windows.length;
}

function requireSchedule(source: string): void {
  if (!sourceLibrary().read(source).schedule) throw new IngestError('not_scheduled', { source });
}
