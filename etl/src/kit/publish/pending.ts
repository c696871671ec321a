import pg from 'pg';
import { parentsOf, type FeedContract, type ParentColumn } from '../feeds/contract.ts';
import { parentFeeds } from '../feeds/contracts.ts';
import type { Source, SourceFeed } from '../source/source.ts';
import { workTable } from '../stage/names.ts';
import { carriedColumns, storedNames, versionOf } from '../stage/select-sql.ts';
import type { StagedFeed } from '../stage/stage-feed.ts';
import type { InRun } from './changes-sql.ts';
import type { ClassifiedFeed } from './classify.ts';

/** What changes-sql.ts calls rows whose parent is not known. */
const waiting = `'pending', 'withdraw'`;

/** Waiting rows this run replaces: a snapshot of their own file says again which rows there are. */
function replaces(source: Source, staged: StagedFeed | undefined): boolean {
  return staged !== undefined && source.files[staged.feed.from]?.delivery === 'snapshot';
}

/**
 * Brings waiting rows whose parent is now known into the stage table of their feed, also of feeds that are not in this run.
 * They then compete with fresh rows by version, like any other.
 */
export async function stageHealed(
  db: pg.Client,
  source: Source,
  contract: FeedContract,
  staged: StagedFeed | undefined,
  { feeds }: InRun,
): Promise<StagedFeed | undefined> {
  const stage = workTable.staged(source, contract.feed);
  const fresh = parentsOf(contract).flatMap(({ concept }) => {
    const feed = parentFeeds[concept];
    return feeds.has(feed)
      ? `exists (select from ${workTable.changes(source, feed)} o where o.id = p.parent_id and o.op not in ('superseded', 'absent', ${waiting})) or `
      : [];
  });
  const parent = fresh.join('');
  const ready = `p.feed = $1 and p.shop = $2 ${replaces(source, staged) ? 'and p.source <> $3' : 'and $3 = $3'}
    and (${parent}exists (select from core.identity i where i.id = p.parent_id))`;
  const values = [contract.feed, source.shop.code, source.name];
  const { rows } = await db.query<{ found: boolean }>(
    `select exists (select from ops.pending p where ${ready}) as found`,
    values,
  );
  if (!rows[0]?.found) return staged;
  if (!staged) await db.query(emptyStage(source, contract));
  await db.query(
    `insert into ${stage} select r.* from ops.pending p, jsonb_populate_record(null::${stage}, p.payload || '{"healed": true}') r where ${ready}`,
    values,
  );
  const unstaged = { feed: unstagedFeed(contract), contract, files: [], unpublished: false, joinedRefused: 0 };
  return { ...(staged ?? unstaged), given: null };
}

/** A feed that only exists in this run because something of it had been waiting. */
function unstagedFeed(contract: FeedContract): SourceFeed {
  return { feed: contract.feed, from: '', secondary: true, sql: '', sqlFile: `${contract.feed}.sql`, reads: [] };
}

function emptyStage(source: Source, contract: FeedContract): string {
  const stored = storedNames(contract).map((name) => `t.${name}`);
  const carried = carriedColumns(contract).map(([name, type]) => `null::${type} as ${name}`);
  const own = contract.shape === 'owned' ? ['null::uuid as own_customer_id'] : [];
  return `create unlogged table ${workTable.staged(source, contract.feed)} as
    select t.file_id, t.record_no, t.file_time, t.id, t.external_id, ${[...stored, ...carried, ...own].join(', ')}, t.source_version, t.row_hash,
      null::text as refusal, false as healed
    from ${contract.table} t limit 0`;
}

/** Stores the rows that still wait and removes those that do not. */
export async function keepPending(tx: pg.Client, source: Source, classified: ClassifiedFeed): Promise<void> {
  const { contract, feed, files } = classified;
  const parents = parentsOf(contract);
  if (parents.length === 0) return;
  const changes = workTable.changes(source, feed.feed);
  if (replaces(source, classified))
    await tx.query('delete from ops.pending where source = $1 and feed = $2', [source.name, contract.feed]);
  await tx.query(
    `delete from ops.pending p using ${changes} c where p.feed = $1 and p.id = c.id and c.op not in (${waiting}) and (c.healed or ${sameRecord('p', 'c')} or ${version('p')} <= ${versionOf('c')})`,
    [contract.feed],
  );
  if (source.files[feed.from]?.tombstone && !classified.unpublished) {
    await tx.query(
      `delete from ops.pending p using ${changes} c where p.feed = $1 and p.id = c.id and c.gone and c.source_version is null
         and (p.payload ->> 'file_time')::timestamptz <= c.file_time`,
      [contract.feed],
    );
  }
  const awaited = awaitedParent(contract);
  if (parents.length > 1) {
    await tx.query(
      `update ops.pending p set parent_concept = ${awaited.concept}, parent_id = ${awaited.id}, parent_external_id = ${awaited.name}
       from ${changes} c where c.op in (${waiting}) and c.healed and p.feed = $1 and p.id = c.id`,
      [contract.feed],
    );
  }
  await tx.query(
    `insert into ops.pending as p (feed, id, shop, source, parent_concept, parent_id, parent_external_id, file_id, file_name, record_no, waiting_since, payload)
     select $1, c.id, $2, $3, ${awaited.concept}, ${awaited.id}, ${awaited.name}, c.file_id, coalesce(f.name, ''), c.record_no, now(),
       to_jsonb(c) - '{op,customer_id,old_customer_id,published_customer_id,waits_for,healed,refusal,gone}'::text[]
     from ${changes} c left join unnest($4::uuid[], $5::text[]) f(file_id, name) on f.file_id = c.file_id
     where c.op in (${waiting}) and not c.healed
     on conflict (feed, id) do update set source = excluded.source, parent_concept = excluded.parent_concept, parent_id = excluded.parent_id,
       parent_external_id = excluded.parent_external_id, file_id = excluded.file_id, file_name = excluded.file_name, record_no = excluded.record_no, payload = excluded.payload
     where ${sameRecord('p', 'excluded')} or ${version('p')} <= ${version('excluded')}`,
    [
      contract.feed,
      source.shop.code,
      source.name,
      files.map(({ file }) => file.fileId),
      files.map(({ file }) => file.name),
    ],
  );
}

/** The same record read again, by other rules or as it was corrected, takes its own place. */
function sameRecord(row: string, other: string): string {
  return `${row}.file_id = ${other}.file_id and ${row}.record_no = ${other}.record_no`;
}

function version(row: string): string {
  return `(coalesce((${row}.payload ->> 'source_version')::timestamptz, '-infinity'), (${row}.payload ->> 'file_time')::timestamptz, ${row}.record_no, (${row}.payload ->> 'row_hash')::bigint)`;
}

/** The first of a row's parents that is not known. */
function awaitedParent(contract: FeedContract): { concept: string; id: string; name: string } {
  const [only, ...others] = parentsOf(contract);
  if (!only) throw new Error(`${contract.feed} waits for nothing.`);
  if (others.length === 0)
    return { concept: pg.escapeLiteral(only.concept), id: `c.${only.into}`, name: `c.${only.name}` };
  const pick = (of: (parent: ParentColumn) => string) =>
    `case c.waits_for ${[only, ...others].map((parent) => `when '${parent.concept}' then ${of(parent)}`).join(' ')} end`;
  return { concept: 'c.waits_for', id: pick(({ into }) => `c.${into}`), name: pick(({ name }) => `c.${name}`) };
}
