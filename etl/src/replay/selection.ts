import type { Queryable } from '@rapport/model/schema';
import type { RefusedSelection } from '@rapport/model/vocabulary';
import { IngestError } from '../kit/errors/ingest-error.ts';
import { keptColumns, type KeptRow } from '../kit/landing/corrections.ts';

/** A waiting row with what is needed to read it again. */
export interface WaitingRow extends KeptRow {
  /** Another one once anybody has touched the row. */
  touched: string;
  feed: string;
  field: string | null;
  value_only: boolean;
  role: string;
  file_name: string;
  file_time: Date;
  sha256: string;
  header: string | null;
}

/** So much of the records is held at once; what is more is replayed by a run of its own. */
const HELD_BYTES = 32 * 1024 * 1024;

export function assertGiven({ ids, source, feed, reason }: RefusedSelection): void {
  if (ids?.length || source || feed || reason) return;
  throw new IngestError('selection_empty');
}

/** The condition on `q`, with $1 to $4 taken by the values. */
export const selected = `q.state = 'waiting' and ($1::bigint[] is null or q.id = any($1)) and ($2::text is null or q.source = $2)
  and ($3::text is null or q.feed = $3) and ($4::text is null or q.reason = $4)`;

export function selectionValues({ ids, source, feed, reason }: RefusedSelection): unknown[] {
  return [ids?.length ? ids : null, source ?? null, feed ?? null, reason ?? null];
}

/** The sources with rows to be replayed, and their number. */
export async function sourcesOf(
  db: Queryable,
  selection: RefusedSelection,
): Promise<{ source: string; roles: string[] }[]> {
  const { rows } = await db.query<{ source: string; roles: string[] }>(
    `/* sources of refused rows */ select q.source, array_agg(distinct f.role) as roles
     from ops.quarantine q join ops.files f using (file_id) where ${selected} group by q.source order by q.source`,
    selectionValues(selection),
  );
  return rows;
}

/** The next waiting rows of one source behind a row, in the order they were refused. */
export async function waitingRows(
  db: Queryable,
  selection: RefusedSelection,
  after: string,
): Promise<{ rows: WaitingRow[]; more: boolean }> {
  const { rows } = await db.query<WaitingRow & { total: string }>(
    `/* refused rows */ select * from (
       select ${keptColumns}, q.xmin::text as touched, q.feed, q.field, q.value_only, f.role, q.file_name, f.file_time, f.sha256, f.header, count(*) over () as total,
         sum(octet_length(coalesce(q.corrected, q.raw))) over (order by q.id) - octet_length(coalesce(q.corrected, q.raw)) as before
       from ops.quarantine q join ops.files f using (file_id) where ${selected} and q.id > $5
     ) r where before < ${HELD_BYTES} order by id::bigint`,
    [...selectionValues(selection), after],
  );
  return { rows, more: rows.length < Number(rows[0]?.total ?? 0) };
}
