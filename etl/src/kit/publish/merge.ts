import pg from 'pg';
import { hasIdentity, isOfCustomer, type FeedContract } from '../feeds/contract.ts';
import type { Source } from '../source/source.ts';
import { workTable } from '../stage/names.ts';
import { storedNames } from '../stage/select-sql.ts';
import type { ClassifiedFeed } from './classify.ts';
import { fillTable } from './fill-table.ts';

/** Brings one feed's changes into its table: plain inserts in key order, updates, and a delete with an insert for what changed its customer. Nobody reads of a shop that is not open. */
export async function mergeFeed(
  tx: pg.Client,
  source: Source,
  classified: ClassifiedFeed,
  isOpen: boolean,
): Promise<void> {
  const { contract, feed, unpublished } = classified;
  const changes = workTable.changes(source, feed.feed);
  const insert = insertSql(source, contract, changes, `op = 'insert'`);
  // The second connection looks up links while they are merged: it must not wait for this one.
  if (!isOpen && contract.shape !== 'link') await fillTable(tx, contract.table, insert);
  else await tx.query(insert);
  if (contract.shape === 'content' || unpublished) return;
  // Of a large table a statement that finds nothing to do takes as long as looking for it.
  const { ops } = classified;
  if (ops.has('update') || ops.has('restore')) await tx.query(updateSql(source, contract, changes));
  if (classified.moved > 0) await moveRows(tx, source, contract, changes);
  if (classified.deleted > 0) await tx.query(deleteSql(source, contract, changes));
  if (classified.withdrawn > 0) {
    const leaving = matching(source, contract, 'old_customer_id');
    await tx.query(
      `update ${contract.table} t set deleted_at = c.file_time from ${changes} c where c.op = 'withdraw' and ${leaving}`,
    );
  }
  if (contract.shape !== 'code' && ops.has('advance')) {
    const delta = source.files[feed.from]?.delivery === 'delta';
    await tx.query(advanceSql(source, contract, changes, delta ? provenance : ['source_version']));
  }
}

const provenance = ['source_version', 'file_time', 'file_id', 'record_no', 'row_hash'];

function keyColumns({ shape }: FeedContract): [stored: string, change: string][] {
  if (shape === 'code') return [['code', 'external_id']];
  if (shape === 'customer')
    return [
      ['customer_id', 'id'],
      ['external_id', 'external_id'],
    ];
  if (shape === 'reference' || shape === 'link')
    return [
      ['id', 'id'],
      ['external_id', 'external_id'],
    ];
  return [
    ['customer_id', 'customer_id'],
    ['id', 'id'],
    ['external_id', 'external_id'],
  ];
}

function insertSql(source: Source, contract: FeedContract, changes: string, where: string): string {
  const shop = pg.escapeLiteral(source.shop.code);
  const stored = storedNames(contract);
  if (contract.shape === 'content') {
    return `insert into ${contract.table} (id, shop, ${stored.join(', ')}) select id, ${shop}, ${stored.join(', ')} from ${changes}`;
  }
  const key = keyColumns(contract);
  const trailing = contract.shape === 'code' ? ['row_hash'] : provenance;
  const into = [...key.map(([name]) => name), 'shop', ...stored, ...trailing];
  const from = [...key.map(([, name]) => name), shop, ...stored, ...trailing];
  return `insert into ${contract.table} (${into.join(', ')}) select ${from.join(', ')} from ${changes} where ${where}`;
}

/** An update also brings back what had been deleted, and makes a placeholder real. */
function updateSql(source: Source, contract: FeedContract, changes: string): string {
  const trailing = contract.shape === 'code' ? ['row_hash'] : provenance;
  const assignments = [...storedNames(contract), ...trailing].map((name) => `${name} = c.${name}`);
  if (!isOfCustomer(contract)) assignments.push('inferred = false');
  if (contract.shape !== 'code') assignments.push('deleted_at = null');
  return `update ${contract.table} t set ${assignments.join(', ')} from ${changes} c where c.op in ('update', 'restore') and ${matching(source, contract)}`;
}

/** The same content in another version: only the version moves, so that a late older one cannot win. */
function advanceSql(source: Source, contract: FeedContract, changes: string, columns: readonly string[]): string {
  const assignments = columns.map((name) => `${name} = ${versioned(name)}`);
  const own = `c.op = 'advance' and ${matching(source, contract)}`;
  return `update ${contract.table} t set ${assignments.join(', ')} from ${changes} c where ${own}`;
}

/** The row keeps what it held; its version moves, so that a late older one does not bring it back. */
function deleteSql(source: Source, contract: FeedContract, changes: string): string {
  const moved = ['source_version', 'file_time', 'file_id', 'record_no'].map((name) => `${name} = ${versioned(name)}`);
  return `update ${contract.table} t set deleted_at = case when c.op = 'delete' then c.file_time else t.deleted_at end, ${moved.join(', ')}
    from ${changes} c where c.op in ('delete', 'stay') and ${matching(source, contract, 'old_customer_id')}`;
}

/** A tombstone need not carry a version; it takes none away. */
function versioned(name: string): string {
  return name === 'source_version' ? 'coalesce(c.source_version, t.source_version)' : `c.${name}`;
}

function matching(source: Source, contract: FeedContract, customer = 'customer_id'): string {
  if (contract.shape === 'code') return `t.shop = ${pg.escapeLiteral(source.shop.code)} and t.code = c.external_id`;
  if (contract.shape === 'customer') return 't.customer_id = c.id';
  if (!isOfCustomer(contract)) return 't.id = c.id';
  const at = contract.at ? ` and t.${contract.at} = c.${contract.at}` : '';
  return `t.customer_id = c.${customer} and t.id = c.id${at}`;
}

/** The customer is part of the key, so a row that changes it leaves one place and enters another. */
async function moveRows(tx: pg.Client, source: Source, contract: FeedContract, changes: string): Promise<void> {
  const leaving = matching(source, contract, 'old_customer_id');
  await tx.query(`delete from ${contract.table} t using ${changes} c where c.op = 'move' and ${leaving}`);
  await tx.query(insertSql(source, contract, changes, `op = 'move'`));
  if (!hasIdentity(contract)) return;
  await tx.query(
    `update core.identity i set customer_id = c.customer_id from ${changes} c where c.op = 'move' and i.id = c.id`,
  );
}

/** Every new fact in the order of its id, prepared beside the transaction. */
export async function sortIdentities(side: pg.Client, source: Source, feeds: readonly ClassifiedFeed[]): Promise<void> {
  await side.query(
    `create unlogged table ${workTable.identities(source)} with (autovacuum_enabled = false) as
     select * from (${newIdentities(source, feeds)}) fresh order by id`,
  );
}

/** One sorted pass: sorted inserts keep the index cheap, and one pass splits its pages least. */
export async function mergeIdentities(tx: pg.Client, source: Source): Promise<void> {
  await tx.query(
    `insert into core.identity (id, concept, customer_id) select id, concept, customer_id from ${workTable.identities(source)}`,
  );
}

/** Into an empty table nothing needs to be sorted: its index is built after. */
export async function fillIdentities(tx: pg.Client, source: Source, feeds: readonly ClassifiedFeed[]): Promise<void> {
  await fillTable(
    tx,
    'core.identity',
    `insert into core.identity (id, concept, customer_id) ${newIdentities(source, feeds)}`,
  );
}

function newIdentities(source: Source, feeds: readonly ClassifiedFeed[]): string {
  const facts = feeds.filter(({ contract }) => hasIdentity(contract));
  const selects = facts.map(
    ({ contract, feed }) =>
      `select id, '${contract.concept}' as concept, customer_id from ${workTable.changes(source, feed.feed)} where op = 'insert'`,
  );
  return selects.length > 0
    ? selects.join(' union all ')
    : 'select id, concept, customer_id from core.identity limit 0';
}
