import { audit, type Queryable } from '@rapport/model/schema';
import type pg from 'pg';
import { inTransaction } from '../kit/run/transaction.ts';
import { IngestError } from '../kit/errors/ingest-error.ts';
import { sourceLibrary } from '../sources/library.ts';
import { withdraw } from './queue.ts';

type Db = pg.Client | pg.Pool;

/** Nothing of the source is started until it is resumed; a load under way ends as it would. Its windows are still recorded. */
export async function pauseSource(db: Db, source: string, actor: string): Promise<void> {
  requireSchedule(source);
  await inTransaction(db, async (tx) => {
    await tx.query(
      `insert into ops.schedules as s (source, planned_until, paused_at) values ($1, now(), now())
       on conflict (source) do update set paused_at = coalesce(s.paused_at, excluded.paused_at)`,
      [source],
    );
    await audit(tx, { actor, action: 'schedule.pause', subject: `source ${source}` });
  });
}

/** What came due meanwhile is caught up with as its schedule says. */
export async function resumeSource(db: Db, source: string, actor: string): Promise<void> {
  requireSchedule(source);
  await inTransaction(db, async (tx) => {
    await tx.query('update ops.schedules set paused_at = null where source = $1', [source]);
    await audit(tx, { actor, action: 'schedule.resume', subject: `source ${source}` });
  });
}

/**
 * Failed windows wait again, with all their attempts, and one that waits for its next attempt need not wait any longer.
 * Returns how many.
 */
export async function retryNow(db: Db, source: string, actor: string): Promise<number> {
  requireSchedule(source);
  return inTransaction(db, async (tx) => {
    const windows = await waitAgain(tx, source);
    await withdraw(tx, source, windows);
    const detail = { windows: windows.length };
    await audit(tx, { actor, action: 'schedule.retry', subject: `source ${source}`, detail });
    return windows.length;
  });
}

async function waitAgain(db: Queryable, source: string): Promise<Date[]> {
  const { rows } = await db.query<{ window_at: Date }>(
    `update ops.schedule_windows set state = 'waiting', attempts = 0, retry_at = null, settled_at = null
     where source = $1 and (state = 'failed' or (state = 'waiting' and retry_at is not null)) returning window_at`,
    [source],
  );
  return rows.map(({ window_at }) => window_at);
}

function requireSchedule(source: string): void {
  if (!sourceLibrary().read(source).schedule) throw new IngestError('not_scheduled', { source });
}
