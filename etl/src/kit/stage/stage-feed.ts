import type pg from 'pg';
import type { QuarantineReason } from '@rapport/model/vocabulary';
import { IngestError } from '../errors/ingest-error.ts';
import type { FeedContract } from '../feeds/contract.ts';
import { contractOf } from '../feeds/contracts.ts';
import type { LandedFile, LandingContext } from '../landing/land-file.ts';
import { RefusedRecords } from '../landing/refused-records.ts';
import { RecordCursor, type FoundRecord } from '../records/cursor.ts';
import type { FileDefinition } from '../source/definition.ts';
import { landingTable, type Source, type SourceFeed } from '../source/source.ts';
import { workTable } from './names.ts';
import { latestFirst, stageSelect } from './select-sql.ts';

export interface StagedFeed {
  feed: SourceFeed;
  contract: FeedContract;
  files: FileCount[];
  /** Staged for a shop of which nothing is published: already in the shape and order of the changes, every row new. */
  unpublished: boolean;
  /** The columns its SQL gives; the others are empty in every row. Null: rows of other deliveries are among them. */
  given: ReadonlySet<string> | null;
}

/** What one feed made of one file. `read` is every record for the home feed, the selected ones for a secondary feed. */
export interface FileCount {
  file: LandedFile;
  read: number;
  quarantined: number;
}

/** Runs a feed's SQL into its stage table, checks that it answers for every record, and refuses the rows that break the contract. */
export async function stageFeed(
  db: pg.Client,
  context: LandingContext,
  feed: SourceFeed,
  landed: readonly LandedFile[],
  unpublished: boolean,
): Promise<StagedFeed> {
  const { source } = context;
  const contract = contractOf(feed.feed);
  const files = landed.filter((file) => file.role === feed.from);
  const given = await describeColumns(db, feed, contract);
  const table = workTable.staged(source, feed.feed);
  const select = stageSelect(source, contract, feed.sql, given, files);
  await runFeedSql(
    db,
    feed,
    `create unlogged table ${table} with (autovacuum_enabled = false) as ${shaped(source, contract, select, unpublished)}`,
  );
  if (unpublished && contract.shape === 'order') await keepOwners(db, source, table);
  const content = contract.shape === 'content';
  const selected = await account(db, source, feed, content ? `(${feed.sql}\n) s` : table, files);
  const none = !content && [...selected.values()].every(({ refused }) => refused === 0);
  const refusals = none ? new Map<string, number>() : await refuse(db, context, feed, table, files);
  if (!unpublished) await db.query(`analyze ${table}`);
  else if (!content) await db.query(`analyze ${table} (op)`); // the planner must know that a filter on op leaves every row
  return {
    feed,
    contract,
    unpublished,
    given,
    files: files.map((file) => {
      const refused = refusals.get(file.fileId) ?? 0;
      return feed.secondary
        ? { file, read: selected.get(file.fileId)?.rows ?? 0, quarantined: refused }
        : { file, read: file.records, quarantined: file.refused + refused };
    }),
  };
}

/** Content rows are told apart by nothing but themselves: one of each is kept, in the order of the target's key. Two that share a hash stay two. */
function shaped(source: Source, contract: FeedContract, select: string, unpublished: boolean): string {
  if (contract.shape === 'content') {
    const row = ['id', ...Object.keys(contract.columns)].join(', ');
    return `select distinct on (${row}) * from (${select}) whole order by id`;
  }
  return unpublished ? allNew(source, contract, select) : select;
}

/** What classification would find where nothing is published, without asking: each row is new, or waits for an order that is not there. */
function allNew(source: Source, { shape }: FeedContract, select: string): string {
  if (shape === 'child') {
    return `select s.*, null::uuid as old_customer_id, owner.customer_id,
        case when owner.customer_id is null then 'pending' else 'insert' end as op
      from (${select}) s left join ${workTable.owners(source)} owner on owner.id = s.order_id order by owner.customer_id, s.id`;
  }
  const order = shape === 'order' ? 's.customer_id, s.id' : shape === 'code' ? 's.external_id' : 's.id';
  const known = shape === 'order' ? 'null::uuid as old_customer_id, ' : '';
  return `select s.*, ${known}'insert' as op from (${select}) s order by ${order}`;
}

/** Whose each order is, by its latest row; what repeats is taken out of the stage table later, under the lock. */
async function keepOwners(db: pg.Client, source: Source, table: string): Promise<void> {
  await db.query(`insert into ${workTable.owners(source)}
    select distinct on (id) id, customer_id from ${table} where refusal is null order by id, ${latestFirst}`);
  await db.query(`analyze ${workTable.owners(source)}`);
}

/** Asks PostgreSQL for the columns of the SQL without running it; unknown and missing ones are named. */
export async function describeColumns(db: pg.Client, feed: SourceFeed, contract: FeedContract): Promise<Set<string>> {
  const { fields } = await runFeedSql(db, feed, `select * from (${feed.sql}\n) s limit 0`);
  const given = new Set(fields.map(({ name }) => name));
  const fail = (problem: string) =>
    new IngestError('feed_columns', {
      file: feed.sqlFile,
      feed: feed.feed,
      known: Object.keys(contract.columns),
      problem,
    });
  for (const name of ['file_id', 'record_no'])
    if (!given.delete(name)) throw fail(`It must select ${name} of its landing table.`);
  const unknown = [...given].filter((name) => !contract.columns[name]);
  if (unknown.length > 0)
    throw fail(`It selects ${unknown.map((name) => `"${name}"`).join(', ')}, which the feed does not have.`);
  const missing = Object.entries(contract.columns).filter(([name, { required }]) => required && !given.has(name));
  if (missing.length > 0)
    throw fail(`It does not select ${missing.map(([name]) => `"${name}"`).join(', ')}, which the feed requires.`);
  return given;
}

async function runFeedSql(db: pg.Client, feed: SourceFeed, sql: string): Promise<pg.QueryResult> {
  try {
    return await db.query(sql);
  } catch (error) {
    const state = (error as { code?: string }).code ?? '';
    if (!/^(42|22|21|0A)/.test(state)) throw error;
    const { message, position } = error as { message: string; position?: string };
    const start = sql.indexOf(feed.sql);
    const at = Number(position ?? 0) - 1;
    const line =
      start >= 0 && at >= start && at < start + feed.sql.length ? sql.slice(start, at).split('\n').length : null;
    throw new IngestError(
      'feed_sql',
      { file: feed.sqlFile, line, problem: `PostgreSQL says: ${withoutValues(state, message)}` },
      { cause: error },
    );
  }
}

/** What a cell said may be personal and is no part of the message; a column declared with its type is judged cell by cell. */
function withoutValues(state: string, message: string): string {
  if (!state.startsWith('22')) return message;
  const rule = message.replaceAll(/: "[^]*"/g, '').replaceAll(/"[^]*"/g, '"…"');
  return `${rule}. A cell does not have the type it is read as: declare its column with that type in source.yaml, and such records are quarantined one by one`;
}

interface Selected {
  rows: number;
  /** Rows that break the contract, where they were counted. */
  refused: number;
}

interface Tally {
  file_id: string;
  rows: string;
  refused: string;
  total: string | null;
  mix: string | null;
}

/** Every record of the file exactly once: counted, summed and mixed, so that a dropped and a repeated record cannot hide each other. */
async function account(
  db: pg.Client,
  source: Source,
  feed: SourceFeed,
  made: string,
  files: readonly LandedFile[],
): Promise<Map<string, Selected>> {
  const tally = async (from: string, refused = '0') =>
    (
      await db.query<Tally>(
        `select file_id, count(*) as rows, ${refused} as refused, sum(record_no)::text as total, bit_xor(hashint8extended(record_no, 0))::text as mix
         from ${from} group by file_id`,
      )
    ).rows;
  const selected = await tally(made, made.startsWith('(') ? undefined : 'count(refusal)');
  const landed = feed.secondary ? [] : await tally(landingTable(source.name, feed.from));
  for (const file of feed.secondary ? [] : files) {
    const found = selected.find((row) => row.file_id === file.fileId);
    const wanted = landed.find((row) => row.file_id === file.fileId);
    if (found?.rows === wanted?.rows && found?.total === wanted?.total && found?.mix === wanted?.mix) continue;
    const { rows } = await db.query<{ n: string }>(
      `select count(distinct record_no) as n from (${feed.sql}\n) s where file_id = $1`,
      [file.fileId],
    );
    throw new IngestError('records_unaccounted', {
      file: feed.sqlFile,
      data: file.name,
      records: file.records,
      refused: file.refused,
      selected: Number(found?.rows ?? 0),
      distinct: Number(rows[0]?.n ?? 0),
    });
  }
  return new Map(selected.map((row) => [row.file_id, { rows: Number(row.rows), refused: Number(row.refused) }]));
}

/** Takes the rows that break the contract out of the stage table, with their bytes. */
async function refuse(
  db: pg.Client,
  context: LandingContext,
  feed: SourceFeed,
  table: string,
  files: readonly LandedFile[],
): Promise<Map<string, number>> {
  const { rows } = await db.query<{ file_id: string; record_no: string; refusal: string }>(
    `select file_id, record_no, refusal from ${table} where refusal is not null order by file_id, record_no`,
  );
  const counts = new Map<string, number>();
  for (const file of files) {
    const mine = rows.filter((row) => row.file_id === file.fileId);
    const definition = context.source.files[file.role];
    if (mine.length === 0 || !definition) continue;
    counts.set(file.fileId, mine.length);
    const refused = new RefusedRecords(context, file, definition);
    const reasons = new Map(mine.map((row) => [Number(row.record_no), row.refusal]));
    for (const { raw, place } of await findAll(file, definition, [...reasons.keys()])) {
      const [reason, field] = (reasons.get(place.recordNo) ?? '').split(':');
      refused.add({
        raw,
        place,
        reason: reason as QuarantineReason,
        field: field ?? null,
        detail: expectation(contractOf(feed.feed), field),
        feed: feed.feed,
      });
    }
    await refused.flush();
  }
  if (rows.length > 0) await db.query(`delete from ${table} where refusal is not null`);
  return counts;
}

async function findAll(file: LandedFile, definition: FileDefinition, recordNos: number[]): Promise<FoundRecord[]> {
  const cursor = new RecordCursor(file, definition);
  try {
    return await cursor.find(recordNos);
  } finally {
    await cursor.close();
  }
}

/** What a closed list of codes allows; other reasons say all there is to say. */
function expectation({ columns }: FeedContract, field = ''): Record<string, string> {
  const codes = columns[field]?.codes;
  return codes?.closed ? { expected: Object.keys(codes.list).join(' | ') } : {};
}
