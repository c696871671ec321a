import type { Queryable } from '@rapport/model/schema';

export interface QuarantineFilter {
  source: string | null;
  feed: string | null;
  reason: string | null;
  state: string | null;
  field: string | null;
  file: string | null;
  /** The record's own id. */
  record: string | null;
  run: number | null;
  /** In the record as it came or as it was corrected; sealed records are not searched. */
  text: string | null;
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
  recordId: string | null;
  detail: Record<string, unknown>;
  raw: Buffer;
  sealed: boolean;
  corrected: Buffer | null;
  correctedSealed: boolean;
  correctedBy: string | null;
  state: string;
  triedRun: number | null;
  discardReason: string | null;
  createdAt: Date;
  resolvedAt: Date | null;
  resolvedBy: string | null;
}

const columns = `id, run_id as run, source, feed, file_name as file, record_no as record, line_no as line, byte_offset as "byteOffset",
  reason, field, external_id as "recordId", detail, raw, key_id is not null as sealed, corrected, corrected_key_id is not null as "correctedSealed",
  corrected_by as "correctedBy", state, tried_run_id as "triedRun", discard_reason as "discardReason", created_at as "createdAt",
  resolved_at as "resolvedAt", resolved_by as "resolvedBy"`;

const filtered = `($1::text is null or source = $1) and ($2::text is null or feed = $2) and ($3::text is null or reason = $3)
  and ($4::text is null or state = $4) and ($5::text is null or field = $5) and ($6::text is null or file_name = $6)
  and ($7::text is null or external_id = $7) and ($8::bigint is null or run_id = $8 or tried_run_id = $8)
  and ($9::text is null or key_id is null and position(convert_to($9, 'UTF8') in raw) > 0
    or corrected_key_id is null and position(convert_to($9, 'UTF8') in corrected) > 0)`;

const values = ({ source, feed, reason, state, field, file, record, run, text }: QuarantineFilter): unknown[] => [
  source,
  feed,
  reason,
  state,
  field,
  file,
  record,
  run,
  text,
];

export interface QuarantineCount {
  source: string;
  feed: string;
  reason: string;
  field: string | null;
  state: string;
  rows: number;
}

export async function countQuarantine(db: Queryable, filter: QuarantineFilter): Promise<QuarantineCount[]> {
  const { rows } = await db.query<QuarantineCount>(
    `select source, feed, reason, field, state, count(*) as rows from ops.quarantine where ${filtered}
     group by 1, 2, 3, 4, 5 order by 1, 2, 6 desc, 3, 4`,
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
    `select ${columns} from ops.quarantine where ${filtered} and id > $10 order by id limit $11`,
    [...values(filter), after, limit],
  );
  return rows;
}

/** The first rows of each source, feed, reason and field. */
export async function sampleQuarantine(
  db: Queryable,
  filter: QuarantineFilter,
  each: number,
): Promise<QuarantineRow[]> {
  const { rows } = await db.query<QuarantineRow>(
    `select ${columns} from (
       select *, row_number() over (partition by source, feed, reason, field order by id) as nth from ops.quarantine where ${filtered}
     ) q where nth <= $10 order by source, feed, reason, field, id`,
    [...values(filter), each],
  );
  return rows;
}

export async function readQuarantine(db: Queryable, id: number): Promise<QuarantineRow | null> {
  const { rows } = await db.query<QuarantineRow>(`select ${columns} from ops.quarantine where id = $1`, [id]);
  return rows[0] ?? null;
}
