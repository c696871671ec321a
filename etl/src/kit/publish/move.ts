import pg from 'pg';
import { hasIdentity, isOfCustomer, namesCustomer, parentsOf, type FeedContract } from '../feeds/contract.ts';
import { allContracts, parentFeeds } from '../feeds/contracts.ts';
import type { Source } from '../source/source.ts';
import { workTable } from '../stage/names.ts';
import type { ClassifiedFeed } from './classify.ts';
import { relinked, type Links } from './links.ts';

/**
 * Rows follow what they hang on: what a link gives to another customer, and below orders, parcels and cases that changed their
 * customer, also rows that are not in this run. Rows of this run that moved have been moved by their own merge.
 */
export async function followMoves(
  tx: pg.Client,
  source: Source,
  feeds: readonly ClassifiedFeed[],
  links: Links,
): Promise<void> {
  const moving = feeds.filter(({ moved }) => moved > 0);
  if (moving.length === 0 && links.changed === 0) return;
  await tx.query(
    'create temp table moved (concept text, id uuid, old_customer_id uuid, new_customer_id uuid) on commit drop',
  );
  if (links.changed > 0) await followRelinked(tx, source);
  const parents = new Map(Object.entries(parentFeeds).map(([concept, feed]) => [feed, concept]));
  for (const { contract } of moving) {
    const concept = parents.get(contract.feed);
    if (concept)
      await tx.query(
        `insert into moved select '${concept}', id, old_customer_id, customer_id from ${workTable.changes(source, contract.feed)} where op = 'move'`,
      );
    if (namesCustomer(contract)) await dropGuests(tx, source, contract);
  }
  for (const contract of allContracts) {
    if (isOfCustomer(contract)) await followParents(tx, contract);
  }
}

/** Rows that name a customer themselves. */
async function followRelinked(tx: pg.Client, source: Source): Promise<void> {
  await tx.query(`create temp table relinked on commit drop as ${relinked(source)}`);
  await tx.query('analyze relinked');
  for (const contract of allContracts) {
    if (!namesCustomer(contract)) continue;
    const own = parentsOf(contract).map(({ into }) => `and t.${into} is null`);
    await moveRows(
      tx,
      contract,
      `select t.*, r.new_customer_id, nullif(r.customer_id, r.new_customer_id) as new_named_customer_id from relinked r
       join ${contract.table} t on t.customer_id = r.old_customer_id and coalesce(t.named_customer_id, t.customer_id) = r.customer_id ${own.join(' ')}`,
    );
  }
  await tx.query(
    `with moving as (
       delete from vault.contacts v using relinked r
       where v.customer_id = r.old_customer_id and v.named_customer_id = r.customer_id returning r.new_customer_id, v.*
     ) insert into vault.contacts (customer_id, named_customer_id, field, key_id, ciphertext)
     select new_customer_id, named_customer_id, field, key_id, ciphertext from moving`,
  );
}

/** Rows below what moved; the first parent a row names decides. */
async function followParents(tx: pg.Client, contract: FeedContract): Promise<void> {
  const before: string[] = [];
  for (const { concept, into } of parentsOf(contract)) {
    const named = namesCustomer(contract) ? ', null::uuid as new_named_customer_id' : '';
    await moveRows(
      tx,
      contract,
      `select t.*, m.new_customer_id${named} from moved m
       join ${contract.table} t on t.customer_id = m.old_customer_id and t.${into} = m.id
       where m.concept = '${concept}' ${before.map((other) => `and t.${other} is null`).join(' ')}`,
    );
    before.push(into);
  }
}

/** The customer is in the key, so rows leave one place and enter another. */
async function moveRows(tx: pg.Client, contract: FeedContract, select: string): Promise<void> {
  const { table, concept } = contract;
  const { rowCount } = await tx.query(`create temp table moving on commit drop as ${select}`);
  if (rowCount) {
    const when = contract.at ? ` and t.${contract.at} = m.${contract.at}` : '';
    await tx.query(`delete from ${table} t using moving m where t.customer_id = m.customer_id and t.id = m.id${when}`);
    if (Object.values(parentFeeds).includes(contract.feed))
      await tx.query(`insert into moved select '${concept}', id, customer_id, new_customer_id from moving`);
    if (hasIdentity(contract))
      await tx.query('update core.identity i set customer_id = m.new_customer_id from moving m where i.id = m.id');
    const named = namesCustomer(contract);
    await tx.query(
      `update moving set customer_id = new_customer_id${named ? ', named_customer_id = new_named_customer_id' : ''}`,
    );
    await tx.query(
      `alter table moving drop column new_customer_id${named ? ', drop column new_named_customer_id' : ''}`,
    );
    await tx.query(`insert into ${table} select * from moving`);
  }
  await tx.query('drop table moving');
}

/** A guest lives for the one row that made it; when that names somebody, nothing is left of the guest. */
async function dropGuests(tx: pg.Client, source: Source, contract: FeedContract): Promise<void> {
  if (contract.shape === 'event') return;
  const prefix = contract.shape === 'order' ? 'guest:' : `guest:${contract.concept}:`;
  await tx.query(
    `delete from core.customers t using ${workTable.changes(source, contract.feed)} c
     where c.op = 'move' and t.customer_id = c.old_customer_id and not t.identified
       and t.customer_id = core.id_of('customer', ${pg.escapeLiteral(source.shop.code)}, '${prefix}' || c.external_id)
       and t.customer_id <> coalesce(c.named_customer_id, c.customer_id)`,
  );
}
