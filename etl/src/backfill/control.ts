import { audit, type Queryable } from '@rapport/model/schema';
import type pg from 'pg';
import { inTransaction } from '../kit/run/transaction.ts';
import { IngestError } from '../kit/errors/ingest-error.ts';

type Db = pg.Client | pg.Pool;

/** Nothing more of it is begun; a window under way ends as it would. */
export async function pauseBackfill(db: Db, id: string, actor: string): Promise<void> {
  await change(db, id, { actor, verb: 'pause', how: `state = 'paused'` });
}

/** Goes on where it was; windows that failed are tried again, with all their attempts. */
export async function resumeBackfill(db: Db, id: string, actor: string): Promise<void> {
  const how = `state = 'running', next_at = null, settled_at = null, stopped_code = null, stopped_message = null, stopped_after = null`;
  await change(db, id, { actor, verb: 'resume', how, again: true }, (tx) =>
    tx.query(
      `update ops.backfill_windows set state = 'waiting', attempts = 0, retry_at = null, settled_at = null, failed_before = state = 'failed'
       where backfill_id = $1 and (state = 'failed' or (state = 'waiting' and retry_at is not null))`,
      [id],
    ),
  );
}

/** What has been published stays; a window under way is not published any more. */
export async function cancelBackfill(db: Db, id: string, actor: string): Promise<void> {
  const how = `state = 'cancelled', settled_at = now(), held_by = null, held_until = null`;
  await change(db, id, { actor, verb: 'cancel', how }, (tx) =>
    tx.query(
      `update ops.backfill_windows set state = 'cancelled', settled_at = now()
       where backfill_id = $1 and state in ('waiting', 'running')`,
      [id],
    ),
  );
}

interface Change {
  actor: string;
  verb: 'pause' | 'resume' | 'cancel';
  how: string;
  /** One that is done but for windows that failed may be taken up once more. */
  again?: boolean;
}

async function change(
  db: Db,
  id: string,
  { actor, verb, how, again = false }: Change,
  windows?: (tx: Queryable) => Promise<unknown>,
): Promise<void> {
  const { source, state } = await known(db, id);
  const open = `(state in ('running', 'paused') or ($2 and state = 'done' and exists (
    select from ops.backfill_windows w where w.backfill_id = b.backfill_id and w.state = 'failed')))`;
  try {
    await inTransaction(db, async (tx) => {
      const { rowCount } = await tx.query(`update ops.backfills b set ${how} where backfill_id = $1 and ${open}`, [
        id,
        again,
      ]);
      if (rowCount === 0) throw new IngestError('backfill_over', { backfill: id, state });
      await windows?.(tx);
      const detail = { backfill: id };
      await audit(tx, { actor, action: `backfill.${verb}`, subject: `source ${source}`, detail });
    });
  } catch (error) {
    throw await orOpenAlready(db, source, error);
  }
}

async function known(db: Queryable, id: string): Promise<{ source: string; state: string }> {
  const isNumber = /^[1-9]\d{0,17}$/.test(id);
  const { rows } = await db.query<{ source: string; state: string }>(
    'select source, state from ops.backfills where backfill_id = $1',
    [isNumber ? id : null],
  );
  if (!rows[0]) throw new IngestError('unknown_backfill', { backfill: id });
  return rows[0];
}

/** A source has one open backfill at most; what the database says of a second one, in our words. */
export async function orOpenAlready(db: Queryable, source: string, error: unknown): Promise<unknown> {
  if ((error as { constraint?: string }).constraint !== 'backfills_one_open') return error;
  const { rows } = await db.query<{ id: string; state: string }>(
    `select backfill_id::text as id, state from ops.backfills where source = $1 and state in ('running', 'paused')`,
    [source],
  );
  return new IngestError('backfill_open', { source, backfill: rows[0]?.id ?? '?', state: rows[0]?.state ?? 'over' });
}
