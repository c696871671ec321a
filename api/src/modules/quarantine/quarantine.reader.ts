import { raw } from '@mikro-orm/core';
import { type EntityManager, QuarantinedRow as Refused } from '@rapport/model/entities';
import type { Queryable } from '@rapport/model/schema';
import type { Role } from '@rapport/model/vocabulary';
import { Conditions } from '../../platform/database/conditions.ts';
import { given, LatestFirst } from '../../platform/database/latest-first.ts';
import { pageOf, type Page, type PageArgs } from '../../platform/graphql/page.ts';
import { forbidden } from '../../platform/graphql/refusal.ts';
import type { QuarantineReasonWhere, QuarantineWhere } from './quarantine.input.ts';
import type { QuarantinedRow, QuarantineReason, QuarantineReasonCount, QuarantineState } from './quarantine.type.ts';
import { detailOf, reasonOf } from './quarantine.words.ts';

const SAMPLE = 3;

const latestFirst = new LatestFirst('quarantine');

// Bytes that are no UTF-8 are shown as replacement characters; a NUL cannot travel in every client's text.
const asText = (bytes: Uint8Array): string => Buffer.from(bytes).toString('utf8').replaceAll('\0', '\u2400');

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
  corrected: row.openCorrected ? asText(row.openCorrected) : null,
  isCorrected: Boolean(row.correctedAt),
  correctedBy: row.correctedBy ?? null,
  isSealed: row.rawEncrypted,
  isValueOnly: row.valueOnly,
  recordId: row.externalId ?? null,
  discardReason: row.discardReason ?? null,
  triedRunId: row.triedRun ? String(row.triedRun.runId) : null,
  resolvedAt: row.resolvedAt ?? null,
  resolvedBy: row.resolvedBy ?? null,
  createdAt: row.createdAt,
  runId: String(row.run.runId),
});

/** The mask is in the statement: who may not see raw text never has it sent out of the database, nor may ask what is in it. */
const shownTo = (role: Role) => (role === 'operator' ? (['openRaw', 'openCorrected'] as const) : []);

function conditionsOf(role: Role, asked: QuarantineWhere): object {
  const { ids, source, feed, reason, state, field, file, recordId, runId, text } = asked;
  const where = {
    ...given({ source, feed, reason, state: state?.toLowerCase(), field, fileName: file, externalId: recordId }),
    ...(ids ? { $and: [{ id: { $in: ids.map(numberOf) } }] } : {}),
    ...(runId ? { run: { runId: numberOf(runId) } } : {}),
  };
  if (!text) return where;
  if (role !== 'operator') throw forbidden();
  const found = raw(
    (row) => `(${row}.key_id is null and position(convert_to(?, 'UTF8') in ${row}.raw) > 0
      or ${row}.corrected_key_id is null and position(convert_to(?, 'UTF8') in coalesce(${row}.corrected, '')) > 0)`,
    [text, text],
  );
  return { ...where, [found]: true };
}

/** What is no number is the number of no row. */
const numberOf = (id: string): number => (/^\d{1,15}$/.test(id) ? Number(id) : 0);

export async function readQuarantine(
  em: EntityManager,
  role: Role,
  asked: QuarantineWhere,
  { first, after }: PageArgs,
): Promise<Page<QuarantinedRow>> {
  const rows = await em.find(
    Refused,
    { ...conditionsOf(role, asked), ...given({ id: latestFirst.behind(after) }) },
    { populate: shownTo(role), orderBy: { id: 'desc' }, limit: first + 1, comments: ['quarantine'] },
  );
  return pageOf(rows, first, {
    cursor: ({ id }) => latestFirst.cursor(id),
    node: toQuarantinedRow,
    count: () => em.count(Refused, conditionsOf(role, asked), { comments: ['count quarantine'] }),
  });
}

export async function readRefusedRows(
  em: EntityManager,
  role: Role,
  ids: readonly number[],
): Promise<QuarantinedRow[]> {
  const rows = await em.find(
    Refused,
    { id: { $in: [...ids] } },
    { populate: shownTo(role), orderBy: { id: 'asc' }, comments: ['refused rows'] },
  );
  return rows.map(toQuarantinedRow);
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

/** How many there are by source, feed and reason, most rows first, with the numbers of the first ones. */
export async function readReasonCounts(
  db: Queryable,
  { source, feed, reason, state, runId }: QuarantineReasonWhere,
): Promise<QuarantineReasonCount[]> {
  const conditions = new Conditions()
    .given(source, (name) => `source = ${name}`)
    .given(feed, (name) => `feed = ${name}`)
    .given(reason, (code) => `reason = ${code}`)
    .given(state?.toLowerCase() ?? 'waiting', (name) => `state = ${name}`)
    .given(runId ? numberOf(runId) : null, (id) => `run_id = ${id}`);
  const { rows } = await db.query<Omit<QuarantineReasonCount, 'reason'> & { code: string }>(
    `/* quarantine reasons */ select reason as code, feed, source, count(*) as rows, count(corrected_at) as corrected, min(created_at) as since,
       array_agg(id order by id) filter (where nth <= ${SAMPLE}) as "sampleIds"
     from (select *, row_number() over (partition by source, feed, reason order by id) as nth from ops.quarantine where ${conditions.sql}) q
     group by source, feed, reason order by count(*) desc, source, feed, reason`,
    conditions.values,
  );
  return rows.map(({ code, sampleIds, ...counted }) => ({
    ...counted,
    sampleIds: sampleIds.map(Number),
    reason: reasonOf(code),
  }));
}
