import type pg from 'pg';
import { literal } from '../feeds/sql-text.ts';
import type { Source } from '../source/source.ts';
import { workTable } from '../stage/names.ts';
import type { ClassifiedFeed } from './classify.ts';

/** A placeholder has no provenance: it is the same whichever row named it first. */
const NOWHERE = `'epoch'::timestamptz, '00000000-0000-0000-0000-000000000000'::uuid, 0, 0`;
const codeLists: Record<string, string> = { region_code: 'core.regions', category_code: 'core.categories' };

/** Reference rows that facts name before their own feed does: customers, guests, products, merchants, regions, categories. */
export async function addPlaceholders(tx: pg.Client, source: Source, classified: ClassifiedFeed): Promise<void> {
  const { contract, feed } = classified;
  const changes = workTable.changes(source, feed.feed);
  const written = `op in ('insert', 'update', 'restore', 'move')`;
  const shop = literal(source.shop.code);
  if (contract.shape === 'order') await addCustomers(tx, shop, changes, written);
  for (const [name, { role }] of Object.entries(contract.columns)) {
    if (role.is === 'code') await addCodes(tx, shop, codeLists[name] ?? '', name, changes, written);
    if (role.is === 'parent' && role.into !== 'order_id') {
      await tx.query(
        `insert into core.${role.concept}s (id, shop, external_id, inferred, file_time, file_id, record_no, row_hash)
         select distinct c.${role.into}, ${shop}, c.${name}, true, ${NOWHERE} from ${changes} c
         where c.${written} and c.${role.into} is not null and not exists (select from core.${role.concept}s t where t.id = c.${role.into})`,
      );
    }
  }
}

async function addCustomers(tx: pg.Client, shop: string, changes: string, written: string): Promise<void> {
  await tx.query(
    `insert into core.customers (customer_id, shop, external_id, identified, inferred, file_time, file_id, record_no, row_hash)
     select distinct on (c.customer_id) c.customer_id, ${shop}, coalesce(c.customer_ref, 'guest:' || c.external_id), c.customer_ref is not null, true, ${NOWHERE}
     from ${changes} c where c.${written} and not exists (select from core.customers t where t.customer_id = c.customer_id)
     order by c.customer_id`,
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
