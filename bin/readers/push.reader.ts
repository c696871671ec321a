import type { Queryable } from '@rapport/model/schema';

export interface PushBatchRow {
  batch: string;
  source: string;
  feed: string;
  rows: number;
  receivedAt: Date;
  state: string;
  run: number | null;
  errorCode: string | null;
}

export async function listPushBatches(
  db: Queryable,
  source: string | null,
  state: string | null,
  limit: number,
): Promise<PushBatchRow[]> {
  const { rows } = await db.query<PushBatchRow>(
    `select id as batch, source, feed, rows, received_at as "receivedAt", state, run_id as run, error_code as "errorCode" from ops.push_batches
     where ($1::text is null or source = $1) and ($2::text is null or state = $2) order by number desc limit $3`,
    [source, state, limit],
  );
  return rows;
}

/** False: there is no failed batch of this id. */
export async function publishAgain(db: Queryable, batch: string): Promise<boolean> {
  const { rowCount } = await db.query(
    `update ops.push_batches set state = 'waiting', run_id = null, error_code = null, settled_at = null where id::text = $1 and state = 'failed'`,
    [batch],
  );
  return rowCount === 1;
}
