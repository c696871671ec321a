import { type EntityManager, QuarantinedRow as Refused, type Queryable } from '@rapport/model/schema';
import type { Role } from '@rapport/model/vocabulary';
import { given, LatestFirst } from '../../platform/database/latest-first.ts';
import { pageOf, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import type { QuarantinedRow, QuarantineReason, QuarantineState, QuarantineWhere } from './quarantine.type.ts';
import { detailOf, reasonOf } from './quarantine.words.ts';

const latestFirst = new LatestFirst('quarantine');

// Bytes that are no UTF-8 are shown as replacement characters; a NUL cannot travel in every client's text.
const asText = (raw: Uint8Array): string => Buffer.from(raw).toString('utf8').replaceAll('\0', '\u2400');

const toQuarantinedRow = (row: Refused): QuarantinedRow => ({
  id: String(row.id),
  source: row.source,
  feed: row.feed,
  fileName: row.fileName,
  recordNo: row.recordNo,
  lineNo: row.lineNo ?? null,
  byteOffset: row.byteOffset ?? null,
  reason: reasonOf(row.reason),
  field: row.field ?? null,
  detail: detailOf(row.reason, row.detail),
  state: row.state.toUpperCase() as QuarantineState,
  raw: row.openRaw ? asText(row.openRaw) : null,
  createdAt: row.createdAt,
  runId: String(row.run.runId),
});

/** The mask is in the statement: who may not see raw text never has it sent out of the database. */
export async function readQuarantine(
  em: EntityManager,
  role: Role,
  { source, feed, reason, state }: QuarantineWhere,
  { first, after }: PageArgs,
): Promise<Page<QuarantinedRow>> {
  const where = given({ source, feed, reason, state: state?.toLowerCase() });
  const rows = await em.find(
    Refused,
    { ...where, ...given({ id: latestFirst.behind(after) }) },
    {
      populate: role === 'operator' ? ['openRaw'] : [],
      orderBy: { id: 'desc' },
      limit: first + 1,
      comments: ['quarantine'],
    },
  );
  return pageOf(rows, first, {
    cursor: ({ id }) => latestFirst.cursor(id),
    node: toQuarantinedRow,
    count: () => em.count(Refused, where, { comments: ['count quarantine'] }),
  });
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
