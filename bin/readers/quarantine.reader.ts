import type { Queryable } from '@rapport/model/schema';

export interface QuarantineFilter {
  source: string | null;
  feed: string | null;
  reason: string | null;
  state: string | null;
}

export interface QuarantineRow {
  id: number;
  run: number;
  source: string;
  feed: string;
  file: string;
  record: number;
  line: number | null;
  byteOffset: number | null;
  reason: string;
  field: string | null;
  detail: Record<string, unknown>;
  raw: Buffer;
  rawEncrypted: boolean;
  keyId: number | null;
  state: string;
  createdAt: Date;
}

const columns = `id, run_id as run, source, feed, file_name as file, record_no as record, line_no as line, byte_offset as "byteOffset",
  reason, field, detail, raw, raw_encrypted as "rawEncrypted", key_id as "keyId", state, created_at as "createdAt"`;

const filtered = `($1::text is null or source = $1) and ($2::text is null or feed = $2) and ($3::text is null or reason = $3) and ($4::text is null or state = $4)`;

const values = (filter: QuarantineFilter): unknown[] => [filter.source, filter.feed, filter.reason, filter.state];

export async function countQuarantine(
  db: Queryable,
  filter: QuarantineFilter,
): Promise<{ source: string; feed: string; reason: string; state: string; rows: number }[]> {
  const { rows } = await db.query<{ source: string; feed: string; reason: string; state: string; rows: number }>(
    `select source, feed, reason, state, count(*) as rows from ops.quarantine where ${filtered} group by 1, 2, 3, 4 order by 1, 2, 5 desc, 3`,
    values(filter),
  );
  return rows;
}

/** A page in the order of arrival, after a row already seen. */
export async function pageQuarantine(
  db: Queryable,
  filter: QuarantineFilter,
  after: number,
  limit: number,
): Promise<QuarantineRow[]> {
  const { rows } = await db.query<QuarantineRow>(
    `select ${columns} from ops.quarantine where ${filtered} and id > $5 order by id limit $6`,
    [...values(filter), after, limit],
  );
  return rows;
}

export async function readQuarantine(db: Queryable, id: number): Promise<QuarantineRow | null> {
  const { rows } = await db.query<QuarantineRow>(`select ${columns} from ops.quarantine where id = $1`, [id]);
  return rows[0] ?? null;
}
