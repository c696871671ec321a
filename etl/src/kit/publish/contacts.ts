import type pg from 'pg';
import type { Source } from '../source/source.ts';
import { workTable } from '../stage/names.ts';
import type { ClassifiedFeed } from './classify.ts';
import type { Links } from './links.ts';

/** Sealed contact data goes to the vault, apart from the facts; it has been sealed since before landing. They lie with the customer their own was linked to. */
export async function mergeContacts(
  tx: pg.Client,
  source: Source,
  { contract, feed }: ClassifiedFeed,
  links: Links,
): Promise<void> {
  const changes = workTable.changes(source, feed.feed);
  const from = links.any
    ? `${changes} c left join ${workTable.links(source)} l on l.customer_id = c.id`
    : `${changes} c`;
  const owner = links.any ? 'coalesce(l.old_final_customer_id, c.id)' : 'c.id';
  const fields = Object.entries(contract.columns).flatMap(([name, { role }]) => (role.is === 'contact' ? [name] : []));
  for (const field of fields) {
    await tx.query(
      `delete from vault.contacts v using ${from} where v.named_customer_id = c.id and v.customer_id = ${owner} and v.field = $1 and c.op in ('update', 'restore') and c.${field} is null`,
      [field],
    );
    await tx.query(
      `insert into vault.contacts (customer_id, named_customer_id, field, key_id, ciphertext)
       select c.owner, c.id, $1, ('x' || encode(substr(sealed, 1, 4), 'hex'))::bit(32)::integer, sealed
       from (select c.id, ${owner} as owner, decode(c.${field}, 'base64') as sealed from ${from} where c.op in ('insert', 'update', 'restore') and c.${field} is not null) c
       on conflict (customer_id, named_customer_id, field) do update set key_id = excluded.key_id, ciphertext = excluded.ciphertext`,
      [field],
    );
  }
}
