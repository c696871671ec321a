import type { Queryable } from '@rapport/model/schema';
import type { Role } from '@rapport/model/vocabulary';
import { Conditions } from '../../platform/database/conditions.ts';
import { Keyset } from '../../platform/database/keyset.ts';
import { pageOf, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import type { QuarantinedRow, QuarantineReason, QuarantineState, QuarantineWhere } from './quarantine.type.ts';
import { detailOf, reasonOf } from './quarantine.words.ts';

interface RefusedRow extends Omit<QuarantinedRow, 'reason' | 'detail' | 'state' | 'raw'> {
  reason: string;
  detail: { expected?: string | number; found?: string | number };
  state: string;
  raw: Buffer | null;
}

const latestFirst = new Keyset('quarantine', 'DESC', [{ sql: 'q.id', type: 'bigint' }]);

/** The mask is in the statement: who may not see raw text never has it sent out of the database. */
const columnsFor = (
  role: Role,
): string => `q.id::text as id, q.source, q.feed, q.file_name as "fileName", q.record_no as "recordNo", q.line_no as "lineNo",
  q.byte_offset as "byteOffset", q.reason, q.field, q.detail, q.state, q.created_at as "createdAt", q.run_id::text as "runId",
  ${role === 'operator' ? 'case when q.raw_encrypted then null else q.raw end' : 'null::bytea'} as raw`;

function matching(where: QuarantineWhere): Conditions {
  return new Conditions()
    .given(where.source, (source) => `q.source = ${source}`)
    .given(where.feed, (feed) => `q.feed = ${feed}`)
    .given(where.reason, (reason) => `q.reason = ${reason}`)
    .given(where.state?.toLowerCase(), (state) => `q.state = ${state}`);
}

// Bytes that are no UTF-8 are shown as replacement characters; a NUL cannot travel in every client's text.
const asText = (raw: Buffer): string => raw.toString('utf8').replaceAll('\0', '\u2400');

function toQuarantinedRow({ reason, detail, state, raw, ...row }: RefusedRow): QuarantinedRow {
  return {
    ...row,
    reason: reasonOf(reason),
    detail: detailOf(reason, detail),
    state: state.toUpperCase() as QuarantineState,
    raw: raw && asText(raw),
  };
}

export async function readQuarantine(
  db: Queryable,
  role: Role,
  where: QuarantineWhere,
  { first, after }: PageArgs,
): Promise<Page<QuarantinedRow>> {
  const conditions = matching(where);
  latestFirst.continueAfter(conditions, after);
  const { rows } = await db.query<RefusedRow & { cursorKeys: string[] }>(
    `/* quarantine */ select ${columnsFor(role)}, ${latestFirst.select} from ops.quarantine q where ${conditions.sql} order by ${latestFirst.orderBy} limit ${first + 1}`,
    conditions.values,
  );
  return pageOf(rows, first, {
    cursor: (row) => latestFirst.cursor(row),
    node: toQuarantinedRow,
    count: () => countQuarantine(db, where),
  });
}

async function countQuarantine(db: Queryable, where: QuarantineWhere): Promise<number> {
  const conditions = matching(where);
  const { rows } = await db.query<{ n: number }>(
    `/* count quarantine */ select count(*) as n from ops.quarantine q where ${conditions.sql}`,
    conditions.values,
  );
  return rows[0]?.n ?? 0;
}

export interface WaitingReason {
  reason: QuarantineReason;
  feed: string;
  source: string;
  rows: number;
  since: Date;
}

/** The rows that wait, by source, feed and reason, most rows first. */
export async function readWaitingReasons(db: Queryable): Promise<WaitingReason[]> {
  const { rows } = await db.query<Omit<WaitingReason, 'reason'> & { code: string }>(
    `/* waiting reasons */ select reason as code, feed, source, count(*) as rows, min(created_at) as since
     from ops.quarantine where state = 'waiting' group by source, feed, reason order by count(*) desc, source, feed, reason`,
  );
  return rows.map(({ code, ...waiting }) => ({ ...waiting, reason: reasonOf(code) }));
}
