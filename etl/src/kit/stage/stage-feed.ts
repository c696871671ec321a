import type pg from 'pg';
import { IngestError } from '../errors/ingest-error.ts';
import type { FeedContract } from '../feeds/contract.ts';
import { contractOf } from '../feeds/contracts.ts';
import type { LandedFile, LandingContext } from '../landing/land-file.ts';
import { landingTable, type Source, type SourceFeed } from '../source/source.ts';
import { describeColumns, runFeedSql } from './feed-sql.ts';
import { workTable } from './names.ts';
import { refuseRows } from './refuse-rows.ts';
import { joinedColumns, latestFirst, stageSelect } from './select-sql.ts';
import { markTombstones } from './tombstones.ts';

export interface StagedFeed {
  feed: SourceFeed;
  contract: FeedContract;
  files: FileCount[];
  /** Staged for a shop of which nothing is published: already in the shape and order of the changes, every row new. */
  unpublished: boolean;
  /** The columns its SQL gives; the others are empty in every row. Null: rows of other deliveries are among them. */
  given: ReadonlySet<string> | null;
  /** Records refused while landing the other files it joins. */
  joinedRefused: number;
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
  if (!unpublished) await markTombstones(db, source, feed, contract);
  if (unpublished && contract.shape === 'order') await keepOwners(db, source, table);
  const content = contract.shape === 'content';
  const selected = await account(db, source, feed, content ? `(${feed.sql}\n) s` : table, files);
  const none = !content && [...selected.values()].every(({ refused }) => refused === 0);
  const refusals = none ? new Map<string, number>() : await refuseRows(db, context, feed, table, files);
  if (!unpublished) await db.query(`analyze ${table} (${['refusal', ...joinedColumns(contract)].join(', ')})`);
  else if (!content) await db.query(`analyze ${table} (op)`); // the planner must know that a filter on op leaves every row
  return {
    feed,
    contract,
    unpublished,
    given,
    joinedRefused: landed
      .filter(({ role }) => role !== feed.from && feed.reads.includes(role))
      .reduce((sum, { refused }) => sum + refused, 0),
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

interface Selected {
  rows: number;
  /** Rows that break the contract, where they were counted. */
  refused: number;
}

interface Tally {
  file_id: string | null;
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
  const stray = selected.find((row) => !files.some(({ fileId }) => fileId === row.file_id));
  if (stray)
    throw new IngestError('rows_of_other_files', { file: feed.sqlFile, from: feed.from, rows: Number(stray.rows) });
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
  return new Map(selected.map((row) => [row.file_id ?? '', { rows: Number(row.rows), refused: Number(row.refused) }]));
}
