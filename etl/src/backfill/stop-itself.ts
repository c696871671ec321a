import { audit, type Queryable } from '@rapport/model/schema';

/** So many windows that fail one after the other have one cause, and the rest would fail of it as well. */
export const MOST_FAILURES = 5;

/**
 * Pauses a backfill whose newest windows all failed, with the last one's reason. Windows that had failed before it was resumed are
 * not counted again: days on which nothing was delivered do not stop it twice.
 */
const STOP = `
  with newest as (
    select state, error_code, error_message, row_number() over (order by settled_at desc, window_at desc) as nth
    from ops.backfill_windows where backfill_id = $1 and state in ('loaded', 'unchanged', 'failed') and not (state = 'failed' and failed_before)
    order by nth limit $2
  ), all_failed as (select from newest having count(*) filter (where state = 'failed') = $2)
  update ops.backfills b set state = 'paused', stopped_code = n.error_code, stopped_message = n.error_message, stopped_after = $2
  from newest n, all_failed
  where b.backfill_id = $1 and b.state = 'running' and n.nth = 1
    and exists (select from ops.backfill_windows w where w.backfill_id = $1 and w.state in ('waiting', 'running'))
  returning b.source, b.stopped_code as code`;

/** Why it stopped; null: it goes on. */
export async function stopIfAllFail(db: Queryable, id: string): Promise<string | null> {
  const { rows } = await db.query<{ source: string; code: string }>(STOP, [id, MOST_FAILURES]);
  const [stopped] = rows;
  if (!stopped) return null;
  const detail = { backfill: id, code: stopped.code, failures: MOST_FAILURES };
  await audit(db, { actor: 'backfill', action: 'backfill.stop', subject: `source ${stopped.source}`, detail });
  return stopped.code;
}
