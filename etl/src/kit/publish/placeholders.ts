import pg from 'pg';
import { namesCustomer, parentsOf, type FeedContract } from '../feeds/contract.ts';
import type { Source } from '../source/source.ts';
import { workTable } from '../stage/names.ts';
import type { ClassifiedFeed } from './classify.ts';

/** A placeholder has no provenance: it is the same whichever row named it first. */
const NOWHERE = `'epoch'::timestamptz, '00000000-0000-0000-0000-000000000000'::uuid, 0, 0`;

/** Reference rows that facts name before their own feed does: customers, guests, products, merchants, codes. */
export async function addPlaceholders(tx: pg.Client, source: Source, classified: ClassifiedFeed): Promise<void> {
  const { contract, feed, given } = classified;
  const changes = workTable.changes(source, feed.feed);
  const written = `op in ('insert', 'update', 'restore', 'move')`;
  const shop = pg.escapeLiteral(source.shop.code);
  if (namesCustomer(contract)) await addCustomers(tx, shop, contract, changes);
  if (contract.shape === 'link') await addLinked(tx, shop, changes, written);
  for (const [name, { role }] of Object.entries(contract.columns)) {
    if (given && !given.has(name)) continue;
    if (role.is === 'code') await addCodes(tx, shop, `core.${role.list}`, name, changes, written);
    if (role.is === 'reference') {
      await tx.query(
        `insert into core.${role.concept}s (id, shop, external_id, inferred, file_time, file_id, record_no, row_hash)
         select distinct c.${role.into}, ${shop}, c.${name}, true, ${NOWHERE} from ${changes} c
         where c.${written} and c.${role.into} is not null and not exists (select from core.${role.concept}s t where t.id = c.${role.into})`,
      );
    }
  }
}

/**
 * Those whom rows name, and guests of rows that name nobody; a visitor of the site is nobody's customer yet. A row that changes but
 * stays where it is was published with its customer: whoever it names anew reaches the same one through a link.
 */
async function addCustomers(tx: pg.Client, shop: string, contract: FeedContract, changes: string): Promise<void> {
  const { shape, concept } = contract;
  const written = `(c.op in ('insert', 'move') or c.op in ('update', 'restore') and c.named_customer_id is not null)`;
  const guest = shape === 'order' ? `'guest:'` : `'guest:${concept}:'`;
  const own = parentsOf(contract).map(({ into }) => `and c.${into} is null`);
  const known = shape === 'event' ? 'and c.customer_ref is not null' : '';
  await tx.query(
    `insert into core.customers (customer_id, shop, external_id, identified, inferred, file_time, file_id, record_no, row_hash)
     select distinct on (named) named, ${shop}, coalesce(customer_ref, ${guest} || external_id), customer_ref is not null, true, ${NOWHERE}
     from (select coalesce(c.named_customer_id, c.customer_id) as named, c.customer_ref, c.external_id from ${changes} c where ${written} ${own.join(' ')} ${known}) c
     where not exists (select from core.customers t where t.customer_id = named)
     order by named`,
  );
}

/** Both ends of a link; a visitor becomes no customer by it. */
async function addLinked(tx: pg.Client, shop: string, changes: string, written: string): Promise<void> {
  await tx.query(
    `insert into core.customers (customer_id, shop, external_id, identified, inferred, file_time, file_id, record_no, row_hash)
     select distinct on (customer_id) customer_id, ${shop}, external_id, external_id not like 'guest:%', true, ${NOWHERE}
     from (select customer_id, external_id from ${changes} c where c.${written} and external_id !~ '^visit(or)?:'
       union all select into_customer_id, into_ref from ${changes} c where c.${written}) named
     where not exists (select from core.customers t where t.customer_id = named.customer_id)
     order by customer_id`,
  );
}

async function addCodes(
  tx: pg.Client,
  shop: string,
  table: string,
  column: string,
  changes: string,
  written: string,
): Promise<void> {
  await tx.query(
    `insert into ${table} (shop, code, inferred) select distinct ${shop}, c.${column}, true from ${changes} c
     where c.${written} and c.${column} is not null on conflict do nothing`,
  );
}
