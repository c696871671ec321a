import { placeOf, textOf } from './read-file.ts';
import { none, type Db } from './db.ts';
import { sha256 } from './accounts.ts';
import type { Reckoned } from './reckoning.ts';
import type { Sent } from './sent.ts';

interface Waiting extends Record<string, unknown> {
  reason: string;
  field: string | null;
  raw: Buffer;
  raw_encrypted: boolean;
  byte_offset: string | null;
  line_no: string | null;
}

/** I9: each refused record is in quarantine with its reason, and its bytes are those of the file at the place it names. */
export async function checkQuarantine(db: Db, sent: readonly Sent[]): Promise<string[]> {
  const found: string[] = [];
  for (const file of sent.filter((one) => !one.void)) {
    const rows = await db.rows<Waiting>(
      `select q.reason, q.field, q.raw, q.raw_encrypted, q.byte_offset::text, q.line_no::text from ops.quarantine q join ops.files f using (file_id)
       where f.sha256 = $1 and q.state = 'waiting' order by q.record_no`,
      [sha256(file)],
    );
    if (rows.length + file.refused.length === 0) continue;
    const bytes = textOf(file);
    const wanted = file.refused.map(({ raw, reason, field }) => {
      const at = placeOf(bytes, raw);
      return [at, lineAt(bytes, at), reason, field ?? '-'].join(' ');
    });
    const there = rows.map(({ byte_offset, line_no, reason, field }) =>
      [byte_offset, line_no, reason, field ?? '-'].join(' '),
    );
    if (wanted.toSorted().join('; ') !== there.toSorted().join('; '))
      found.push(`I9 ${file.name}: in quarantine must be [${wanted.join('; ')}], there is [${there.join('; ')}]`);
    for (const { raw, raw_encrypted, byte_offset } of rows) {
      const at = Number(byte_offset);
      if (!raw_encrypted && !bytes.subarray(at, at + raw.length).equals(raw))
        found.push(`I9 ${file.name}: the bytes kept of byte ${at} are not the file's`);
    }
  }
  return found;
}

function lineAt(bytes: Buffer, at: number): number {
  let lines = 1;
  for (let found = bytes.indexOf(10); found >= 0 && found < at; found = bytes.indexOf(10, found + 1)) lines++;
  return lines;
}

const childTables = ['order_items', 'payments', 'shipments', 'reviews'];

/** I8: no child without its order but those listed as waiting, which are those the files leave without one. */
export async function checkOrphans(db: Db, { pending }: Reckoned): Promise<string[]> {
  const found: string[] = [];
  for (const table of childTables)
    found.push(
      ...(await none(
        db,
        `I8 orphans in core.${table}`,
        `select t.external_id from core.${table} t left join core.orders o on o.id = t.order_id and o.customer_id = t.customer_id where t.deleted_at is null and o.id is null`,
      )),
    );
  const rows = await db.rows<{ line: string }>(
    `select feed || ' ' || (payload ->> 'external_id') || ' ' || parent_external_id as line from ops.pending where shop = 'bazaar' order by 1`,
  );
  const there = rows.map(({ line }) => line).toSorted();
  if (there.join() !== pending.join())
    found.push(
      `I8 waiting must be [${pending.slice(0, 5).join(', ')}…] (${pending.length}), there is [${there.slice(0, 5).join(', ')}…] (${there.length})`,
    );
  const names = await none(
    db,
    'I8 rows whose identity is another customer’s',
    'select o.external_id from core.orders o left join core.identity i on i.id = o.id where i.customer_id is distinct from o.customer_id',
  );
  return [...found, ...names];
}
