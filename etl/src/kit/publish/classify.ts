import type pg from 'pg';
import { IngestError } from '../errors/ingest-error.ts';
import { isOfCustomer, namesCustomer } from '../feeds/contract.ts';
import type { Source } from '../source/source.ts';
import { workTable } from '../stage/names.ts';
import { joinedColumns, latestFirst } from '../stage/select-sql.ts';
import type { StagedFeed } from '../stage/stage-feed.ts';
import { changesSelect, type InRun } from './changes-sql.ts';
import type { GoneRows } from './gone.ts';

/** What is to be done with the staged rows, by file. Every staged row is in exactly one of these. */
export interface Verdicts {
  inserted: number;
  updated: number;
  unchanged: number;
  duplicate: number;
  superseded: number;
  pending: number;
  /** Rows that had waited for their parent; they are in none of the other counts. */
  healed: number;
}

export interface ClassifiedFeed extends StagedFeed {
  /** By file id; healed rows may belong to files of earlier runs. */
  verdicts: Map<string, Verdicts>;
  gone: GoneRows;
  /** Rows the feed has more than before, deletions not counted. */
  added: number;
  /** What is to be done with any row. */
  ops: ReadonlySet<string>;
  /** Rows that changed their customer. */
  moved: number;
  /** Published rows that a tombstone took away. */
  deleted: number;
  /** Published rows that now name a parent which is not known: they wait, and count nowhere meanwhile. */
  withdrawn: number;
  /** Published rows left as they are, because what they would lose may stand in a refused record. */
  held: number;
}

export const noVerdicts = (): Verdicts => ({
  inserted: 0,
  updated: 0,
  unchanged: 0,
  duplicate: 0,
  superseded: 0,
  pending: 0,
  healed: 0,
});

/**
 * Compares staged rows with what is published. Runs under the publishing lock but outside the publishing transaction: nobody
 * else may publish meanwhile, so it reads what the transaction will find, on another connection and core.
 */
export async function classify(
  db: pg.Client,
  source: Source,
  staged: StagedFeed,
  inRun: InRun,
): Promise<ClassifiedFeed> {
  const verdicts = new Map(staged.files.map(({ file }) => [file.fileId, noVerdicts()]));
  const classified: ClassifiedFeed = {
    ...staged,
    verdicts,
    gone: { rows: 0, note: null },
    added: 0,
    ops: new Set(),
    moved: 0,
    deleted: 0,
    withdrawn: 0,
    held: 0,
  };
  if (staged.contract.shape === 'content') await classifyContent(db, source, classified);
  else await classifyKeyed(db, source, classified, inRun);
  return classified;
}

async function classifyContent(db: pg.Client, source: Source, classified: ClassifiedFeed): Promise<void> {
  const { contract, verdicts, files, feed } = classified;
  const stage = workTable.staged(source, feed.feed);
  const known = await hasRows(db, contract.table, source);
  if (known && (await isShared(db, source, classified)))
    throw new IngestError('feed_of_another_source', { feed: feed.feed, shop: source.shop.code, source: source.name });
  const isNew = `not exists (select from ${contract.table} known where known.id = s.id)`;
  if (known)
    await db.query(
      `create unlogged table ${workTable.changes(source, feed.feed)} as select s.* from ${stage} s where ${isNew}`,
    );
  else await db.query(`alter table ${stage} rename to ${workTable.changes(source, feed.feed).replace('landing.', '')}`);
  const { rows } = await db.query<{ file_id: string; kept: string; fresh: string }>(
    known
      ? `select file_id, count(*) as kept, count(*) filter (where ${isNew}) as fresh from ${stage} s group by file_id`
      : `select file_id, count(*) as kept, count(*) as fresh from ${workTable.changes(source, feed.feed)} group by file_id`,
  );
  for (const { file, read, quarantined } of files) {
    const found = rows.find((row) => row.file_id === file.fileId);
    const kept = Number(found?.kept ?? 0);
    const fresh = Number(found?.fresh ?? 0);
    classified.added += fresh;
    Object.assign(verdictsOf(verdicts, file.fileId), {
      inserted: fresh,
      unchanged: kept - fresh,
      duplicate: read - quarantined - kept,
    });
  }
}

async function classifyKeyed(db: pg.Client, source: Source, classified: ClassifiedFeed, inRun: InRun): Promise<void> {
  const { feed, verdicts } = classified;
  const changes = workTable.changes(source, feed.feed);
  await keepWinners(db, source, classified);
  const circumstances = {
    given: classified.given,
    delta: source.files[feed.from]?.delivery === 'delta',
    shared: await isShared(db, source, classified),
    joinedRefused: classified.joinedRefused > 0,
    tombstones: source.files[feed.from]?.tombstone !== undefined,
  };
  if (classified.unpublished) {
    await db.query(`alter table ${workTable.staged(source, feed.feed)} rename to ${changes.replace('landing.', '')}`);
  } else {
    await db.query(
      `create unlogged table ${changes} with (autovacuum_enabled = false) as ${changesSelect(source, classified.contract, inRun, circumstances)}`,
    );
    const customer = isOfCustomer(classified.contract) ? ['customer_id', 'old_customer_id'] : [];
    const named = namesCustomer(classified.contract) ? ['named_customer_id'] : [];
    const met = new Set(['op', ...joinedColumns(classified.contract), ...customer, ...named]);
    await db.query(`analyze ${changes} (${[...met].join(', ')})`);
  }
  const real = !classified.unpublished && !isOfCustomer(classified.contract) ? 'was_placeholder is true' : 'false';
  const { rows } = await db.query<{ file_id: string; op: string; healed: boolean; real: boolean; n: string }>(
    `select file_id, op, healed, ${real} as real, count(*) as n from ${changes} group by 1, 2, 3, 4`,
  );
  classified.ops = new Set(rows.map(({ op }) => op));
  for (const { file_id, op, healed, real: becameReal, n } of rows) {
    const target = verdictsOf(verdicts, file_id);
    if (healed) target.healed += op === 'pending' ? 0 : Number(n);
    else target[countOf(op)] += Number(n);
    if (op === 'insert' || op === 'restore' || (op === 'update' && becameReal)) classified.added += Number(n);
    if (op === 'move') classified.moved += Number(n);
    if (op === 'hold') classified.held += Number(n);
    if (op === 'delete') {
      classified.deleted += Number(n);
      classified.added -= Number(n);
    }
    if (op === 'withdraw') {
      classified.withdrawn += Number(n);
      classified.added -= Number(n);
    }
  }
}

function countOf(op: string): Exclude<keyof Verdicts, 'healed'> {
  if (op === 'insert') return 'inserted';
  if (op === 'update' || op === 'restore' || op === 'move' || op === 'delete') return 'updated';
  if (op === 'advance' || op === 'unchanged' || op === 'hold' || op === 'stay' || op === 'absent') return 'unchanged';
  return op === 'pending' || op === 'withdraw' ? 'pending' : 'superseded';
}

/** One row an id: the latest by source version, file time and record number. The others are duplicates or superseded. */
async function keepWinners(db: pg.Client, source: Source, { feed, verdicts }: ClassifiedFeed): Promise<void> {
  const stage = workTable.staged(source, feed.feed);
  const { rowCount } = await db.query(
    `create temp table repeated as select id from ${stage} group by id having count(*) > 1`,
  );
  const { rows } = rowCount
    ? await db.query<{ file_id: string; same: boolean; n: string }>(takeOutRepeated(stage))
    : { rows: [] };
  await db.query('drop table pg_temp.repeated');
  for (const { file_id, same, n } of rows)
    verdictsOf(verdicts, file_id)[same ? 'duplicate' : 'superseded'] += Number(n);
}

const takeOutRepeated = (stage: string): string => `
     with ranked as (
       select ctid as place, file_id, row_hash, healed, first_value(row_hash) over latest as winner, row_number() over latest as rank
       from (select *, ctid from ${stage} where id in (select id from pg_temp.repeated)) s
       window latest as (partition by id order by ${latestFirst})
     ), gone as (
       delete from ${stage} s using ranked r where s.ctid = r.place and r.rank > 1 returning r.file_id, r.healed, r.row_hash = r.winner as same
     )
     select file_id, same, count(*) as n from gone where not healed group by 1, 2`;

/** Whether another source of the shop brings rows of this feed too. */
async function isShared(db: pg.Client, source: Source, { contract }: ClassifiedFeed): Promise<boolean> {
  const { rows } = await db.query<{ shared: boolean }>(
    'select exists (select from ops.feed_state where shop = $1 and feed = $2 and source <> $3) as shared',
    [source.shop.code, contract.feed, source.name],
  );
  return rows[0]?.shared ?? false;
}

async function hasRows(db: pg.Client, table: string, source: Source): Promise<boolean> {
  const { rows } = await db.query<{ found: boolean }>(`select exists (select from ${table} where shop = $1) as found`, [
    source.shop.code,
  ]);
  return rows[0]?.found ?? false;
}

export function verdictsOf(verdicts: Map<string, Verdicts>, fileId: string): Verdicts {
  const found = verdicts.get(fileId) ?? noVerdicts();
  verdicts.set(fileId, found);
  return found;
}
