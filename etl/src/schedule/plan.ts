import type { Queryable } from '@rapport/model/schema';
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
 * is first seen with a schedule. One statement, no transaction held open: a process stopped here must not stop the others.
 */
export async function planSource(db: Queryable, source: Scheduled, now: Date): Promise<Planned> {
  const since = await plannedUntil(db, source.name, now);
  if (since.at >= now) return { windows: [], skipped: 0 };
  const windows = windowsBetween(source, since.at, now, AT_ONCE);
  const newest = windows.at(-1);
  const until = windows.length === AT_ONCE && newest ? newest : now;
  const { rows } = await db.query<{ mine: boolean; skipped: number }>(RECORD, [
    source.name,
    since.exactly,
    until,
    windows,
    source.schedule.catchUp === 'latest' ? (newest ?? null) : null,
  ]);
  return rows[0]?.mine ? { windows, skipped: rows[0].skipped } : { windows: [], skipped: 0 };
}

/** `exactly` keeps the microseconds that a Date loses: it is compared when the step is made. */
async function plannedUntil(db: Queryable, source: string, now: Date): Promise<{ at: Date; exactly: string }> {
  await db.query('insert into ops.schedules (source, planned_until) values ($1, $2) on conflict (source) do nothing', [
    source,
    now,
  ]);
  const { rows } = await db.query<{ at: Date; exactly: string }>(
    'select planned_until as at, planned_until::text as exactly from ops.schedules where source = $1',
    [source],
  );
  return rows[0] ?? { at: now, exactly: now.toISOString() };
}

/** $1 source, $2 planned until as it was read, $3 as it shall be, $4 the windows between, $5 the newest where it stands for all. */
const RECORD = `
  with moved as (
    update ops.schedules set planned_until = $3 where source = $1 and planned_until = $2::timestamptz returning source
  ), passed as (
    update ops.schedule_windows w set state = 'skipped', settled_at = now() from moved
    where w.source = moved.source and w.state = 'waiting' and w.window_at < $5::timestamptz returning w.source
  ), recorded as (
    insert into ops.schedule_windows (source, window_at, state, settled_at)
    select moved.source, due, case when due < $5 then 'skipped' else 'waiting' end, case when due < $5 then now() end
    from moved, unnest($4::timestamptz[]) due
    on conflict do nothing returning state
  )
  select exists (select from moved) as mine,
    (select count(*) from passed) + (select count(*) from recorded where state = 'skipped') as skipped`;
