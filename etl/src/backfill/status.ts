import type { Queryable } from '@rapport/model/schema';
import type { BackfillStatus } from '@rapport/model/vocabulary';
import { IngestError } from '../kit/errors/ingest-error.ts';

const RATED = 20;
const FAILURES = 10;

/** The rate is taken over the newest settled windows: from the first one's start to the last one's end. */
const READ = `
  select b.backfill_id::text as id, b.source, b.state, b.first_window as "firstWindow", b.last_window as "lastWindow", b.step, b.folder,
    coalesce(b.held_until > now(), false) as held, n.total, n.done, n.loaded, n.unchanged, n.failed, n.at,
    round((60 * r.n / nullif(extract(epoch from r.until - r.since), 0))::numeric, 2)::float8 as "windowsPerMinute",
    case when b.state = 'running' and r.n > 1 then now() + (r.until - r.since) / r.n * (n.total - n.done) end as "expectedEnd",
    b.created_by as "createdBy", b.created_at as "createdAt", b.settled_at as "settledAt",
    case when b.stopped_code is not null then jsonb_build_object('code', b.stopped_code, 'message', b.stopped_message, 'windows', b.stopped_after) end as stopped,
    coalesce((select jsonb_agg(jsonb_build_object('window', f.window_at, 'code', f.error_code, 'message', f.error_message) order by f.window_at)
      from (select * from ops.backfill_windows f where f.backfill_id = b.backfill_id and f.state = 'failed'
        order by f.window_at limit ${FAILURES}) f), '[]') as failures
  from ops.backfills b
    cross join lateral (
      select count(*) as total, count(*) filter (where w.state in ('loaded', 'unchanged', 'failed')) as done,
        count(*) filter (where w.state = 'loaded') as loaded, count(*) filter (where w.state = 'unchanged') as unchanged,
        count(*) filter (where w.state = 'failed') as failed, min(w.window_at) filter (where w.state in ('waiting', 'running')) as at
      from ops.backfill_windows w where w.backfill_id = b.backfill_id) n
    cross join lateral (
      select count(*) as n, min(started_at) as since, max(settled_at) as until from (
        select w.started_at, w.settled_at from ops.backfill_windows w
        where w.backfill_id = b.backfill_id and w.state in ('loaded', 'unchanged', 'failed') and w.started_at is not null
        order by w.settled_at desc limit ${RATED}) newest) r
  where $1::bigint is null or b.backfill_id = $1 order by b.backfill_id desc limit 100`;

interface Row extends Omit<BackfillStatus, 'failures'> {
  failures: { window: string; code: string; message: string }[];
}

/** The newest hundred, newest first. */
export async function listBackfills(db: Queryable): Promise<BackfillStatus[]> {
  return read(db, null);
}

export async function readBackfill(db: Queryable, id: string): Promise<BackfillStatus> {
  const [found] = /^[1-9]\d{0,17}$/.test(id) ? await read(db, id) : [];
  if (!found) throw new IngestError('unknown_backfill', { backfill: id });
  return found;
}

async function read(db: Queryable, id: string | null): Promise<BackfillStatus[]> {
  const { rows } = await db.query<Row>(READ, [id]);
  return rows.map((row) => ({
    ...row,
    failures: row.failures.map((failure) => ({ ...failure, window: new Date(failure.window) })),
  }));
}
