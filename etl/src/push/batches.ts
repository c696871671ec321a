import { createHash } from 'node:crypto';
import type { Queryable } from '@rapport/model/schema';
import type { BatchState, RowAnswer } from '@rapport/model/vocabulary';
import type { DataKey } from '../kit/privacy/keys.ts';
import { seal, unseal } from '../kit/privacy/seal.ts';

/** What a batch is sealed as: its rows may hold anything the contract lets them. */
const SEALED_AS = 'push';

export interface StoredAnswer {
  batch: string;
  /** The same body as before. */
  same: boolean;
  answer: RowAnswer[];
}

interface NewBatch {
  source: string;
  feed: string;
  idempotencyKey: string;
  body: Buffer;
  /** What is kept of the body: the rows that passed. */
  accepted: Buffer;
  rows: number;
  answer: readonly RowAnswer[];
}

const sha256 = (body: Buffer): Buffer => createHash('sha256').update(body).digest();

/** What was said the first time the key came; null: it is new. */
export async function knownAnswer(
  db: Queryable,
  source: string,
  idempotencyKey: string,
  body: Buffer,
): Promise<StoredAnswer | null> {
  const { rows } = await db.query<StoredAnswer>(
    `select id as batch, sha256 = $3 as same, answer from ops.push_batches where source = $1 and idempotency_key = $2`,
    [source, idempotencyKey, sha256(body)],
  );
  return rows[0] ?? null;
}

/** Null: another request with the same key came first. */
export async function keepBatch(db: Queryable, key: DataKey, batch: NewBatch): Promise<string | null> {
  const { rows } = await db.query<{ id: string }>(
    `insert into ops.push_batches (source, feed, idempotency_key, sha256, rows, bytes, answer, body) values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (source, idempotency_key) do nothing returning id`,
    [
      batch.source,
      batch.feed,
      batch.idempotencyKey,
      sha256(batch.body),
      batch.rows,
      batch.accepted.length,
      JSON.stringify(batch.answer),
      seal(key, SEALED_AS, batch.accepted),
    ],
  );
  return rows[0]?.id ?? null;
}

export async function readBatch(db: Queryable, source: string, id: string): Promise<BatchState | null> {
  const { rows } = await db.query<BatchState>(
    `select id as batch, feed, rows, received_at as "receivedAt", state, run_id::text as "runId", error_code as "errorCode"
     from ops.push_batches where source = $1 and id::text = $2`,
    [source, id],
  );
  return rows[0] ?? null;
}

/** Bytes of a source that wait to be published. */
export async function waitingBytes(db: Queryable, source: string): Promise<number> {
  const { rows } = await db.query<{ bytes: string }>(
    `select coalesce(sum(bytes), 0) as bytes from ops.push_batches where source = $1 and state = 'waiting'`,
    [source],
  );
  return Number(rows[0]?.bytes ?? 0);
}

export async function waitingSources(db: Queryable): Promise<string[]> {
  const { rows } = await db.query<{ source: string }>(
    `select source from ops.push_batches where state = 'waiting' group by source order by min(number)`,
  );
  return rows.map(({ source }) => source);
}

export interface WaitingBatch {
  id: string;
  feed: string;
  receivedAt: Date;
  body: Buffer;
}

/** The oldest that wait, up to so many bytes; at least one. */
export async function takeBatches(
  db: Queryable,
  key: DataKey,
  source: string,
  { bytes, batches }: { bytes: number; batches: number },
): Promise<WaitingBatch[]> {
  const { rows } = await db.query<WaitingBatch>(
    `select id, feed, received_at as "receivedAt", body from (
       select *, sum(bytes) over (order by number) - bytes as before from ops.push_batches where source = $1 and state = 'waiting'
     ) w where before < $2 order by number limit $3`,
    [source, bytes, batches],
  );
  return rows.map((row) => ({ ...row, body: unseal(key, SEALED_AS, row.body) }));
}

export async function countWaiting(db: Queryable, ids: readonly string[]): Promise<number> {
  const { rows } = await db.query<{ n: string }>(
    `select count(*) as n from ops.push_batches where id = any($1::uuid[]) and state = 'waiting'`,
    [ids],
  );
  return Number(rows[0]?.n ?? 0);
}

/** In the transaction that publishes them; how many were still waiting. */
export async function settlePublished(db: Queryable, ids: readonly string[], runId: string): Promise<number> {
  const { rowCount } = await db.query(
    `update ops.push_batches set state = 'published', run_id = $2, settled_at = now(), body = null where id = any($1::uuid[]) and state = 'waiting'`,
    [ids, runId],
  );
  return rowCount ?? 0;
}

/** Who sends the same once more after so long is taken to mean it. */
export async function forgetOld(db: Queryable): Promise<void> {
  await db.query(`delete from ops.push_batches where state = 'published' and settled_at < now() - interval '30 days'`);
}

/** Its rows are kept: somebody has to look at them. */
export async function settleFailed(db: Queryable, id: string, runId: string | null, code: string): Promise<void> {
  await db.query(
    `update ops.push_batches set state = 'failed', run_id = $2, error_code = $3, settled_at = now() where id = $1 and state = 'waiting'`,
    [id, runId, code],
  );
}
