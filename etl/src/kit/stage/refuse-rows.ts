import type pg from 'pg';
import type { QuarantineReason } from '@rapport/model/vocabulary';
import type { FeedContract } from '../feeds/contract.ts';
import { contractOf } from '../feeds/contracts.ts';
import type { LandedFile, LandingContext } from '../landing/land-file.ts';
import { RefusedRecords } from '../landing/refused-records.ts';
import { RecordCursor } from '../records/cursor.ts';
import type { FileDefinition } from '../source/definition.ts';
import type { SourceFeed } from '../source/source.ts';

const BATCH = 2000;
const LONGEST_ID = 255;

interface RefusedRow {
  file_id: string;
  record_no: string;
  refusal: string;
  external_id: string | null;
  version: string | null;
}

/** Takes the rows that break the contract out of the stage table, with their bytes. */
export async function refuseRows(
  db: pg.Client,
  context: LandingContext,
  feed: SourceFeed,
  table: string,
  files: readonly LandedFile[],
): Promise<Map<string, number>> {
  const { rows } = await db.query<RefusedRow>(
    `select file_id, record_no, refusal, ${identityOf(contractOf(feed.feed))} from ${table} where refusal is not null order by file_id, record_no`,
  );
  const counts = new Map<string, number>();
  for (const file of files) {
    const mine = rows.filter((row) => row.file_id === file.fileId);
    const definition = context.source.files[file.role];
    if (mine.length === 0 || !definition) continue;
    counts.set(file.fileId, mine.length);
    await refuseRecords(context, feed, file, definition, mine);
  }
  if (rows.length > 0) await db.query(`delete from ${table} where refusal is not null`);
  return counts;
}

/** Which record it is, and of which version. An id may be longer than any index takes, a version be what was refused: neither is one then. */
function identityOf({ columns, shape }: FeedContract): string {
  if (shape === 'content' || !columns['external_id']) return 'null::text as external_id, null::text as version';
  return `case when octet_length(external_id) <= ${LONGEST_ID} then external_id end as external_id,
    case when refusal not like '%:source_version' then source_version::text end as version`;
}

/** A file refused whole must not be held in memory, nor written with one statement. */
async function refuseRecords(
  context: LandingContext,
  feed: SourceFeed,
  file: LandedFile,
  definition: FileDefinition,
  rows: readonly RefusedRow[],
): Promise<void> {
  const refused = new RefusedRecords(context, file, definition);
  const cursor = new RecordCursor(file, definition);
  try {
    for (let from = 0; from < rows.length; from += BATCH) {
      const refusals = new Map(rows.slice(from, from + BATCH).map((row) => [Number(row.record_no), row]));
      const records = await cursor.find([...refusals.keys()]);
      if (records.length < refusals.size)
        throw new Error(`${file.name}: ${refusals.size - records.length} refused records were not found again`);
      for (const { raw, place, positions } of records) {
        const { refusal = '', external_id: externalId = null, version = null } = refusals.get(place.recordNo) ?? {};
        const [reason, field] = refusal.split(':');
        const detail = expectation(contractOf(feed.feed), field);
        const what = { reason: reason as QuarantineReason, field: field ?? null, detail };
        refused.add({ raw, place, positions, ...what, feed: feed.feed, externalId, version });
      }
      await refused.flush();
    }
  } finally {
    await cursor.close();
  }
}

/** What a closed list of codes allows; other reasons say all there is to say. */
function expectation({ columns }: FeedContract, field = ''): Record<string, string> {
  const codes = columns[field]?.codes;
  return codes?.closed ? { expected: Object.keys(codes.list).join(' | ') } : {};
}
