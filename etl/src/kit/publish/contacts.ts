import type pg from 'pg';
import type { Source } from '../source/source.ts';
import { workTable } from '../stage/names.ts';
import type { ClassifiedFeed } from './classify.ts';

/** Sealed contact data goes to the vault, apart from the facts; it has been sealed since before landing. */
export async function mergeContacts(tx: pg.Client, source: Source, { contract, feed }: ClassifiedFeed): Promise<void> {
  const changes = workTable.changes(source, feed.feed);
  const fields = Object.entries(contract.columns).flatMap(([name, { role }]) => (role.is === 'contact' ? [name] : []));
  for (const field of fields) {
    await tx.query(
      `delete from vault.contacts v using ${changes} c where v.customer_id = c.id and v.field = $1 and c.op in ('update', 'restore') and c.${field} is null`,
      [field],
    );
    await tx.query(
      `insert into vault.contacts (customer_id, field, key_id, ciphertext)
       select c.id, $1, ('x' || encode(substr(sealed, 1, 4), 'hex'))::bit(32)::integer, sealed
       from (select id, decode(${field}, 'base64') as sealed from ${changes} where op in ('insert', 'update', 'restore') and ${field} is not null) c
       on conflict (customer_id, field) do update set key_id = excluded.key_id, ciphertext = excluded.ciphertext`,
      [field],
    );
  }
}
