import { audit, type Queryable } from '@rapport/model/schema';
import type pg from 'pg';
import { openDataKeys, readMasterKey } from '../kit/privacy/keys.ts';
import { unseal } from '../kit/privacy/seal.ts';
import { inTransaction } from '../kit/run/transaction.ts';
import type { KeyPlace } from '../replay/correct.ts';
import { sealedColumns } from './candidates.ts';

export interface Reveal {
  customerId: string;
  /** What it is revealed for, as the audit names it: 'customer …' or 'case …'. */
  subject: string;
  reason: string;
  actor: string;
  mostPerHour: number;
}

export interface RevealedContact {
  /** Whose value the source says it is; another customer where a link made two of them one. */
  customerId: string;
  field: string;
  /** Null: sealed under a column that no source declares any more. */
  value: string | null;
}

export type Revealed = { contacts: RevealedContact[]; left: number } | { tooMany: true };

/**
 * Opens one customer's contacts for one person. Whoever reads the answer is in the audit before it is given; reveals of one actor
 * wait for each other, so that a hundred at once are counted as a hundred, by every server of the database.
 */
export async function revealContacts(pool: pg.Pool, place: KeyPlace, reveal: Reveal): Promise<Revealed> {
  const { customerId, subject, reason, actor, mostPerHour } = reveal;
  return inTransaction(pool, async (tx) => {
    const before = await revealsOfLastHour(tx, actor);
    if (before >= mostPerHour) return { tooMany: true };
    const contacts = await open(tx, place, customerId);
    const fields = [...new Set(contacts.map(({ field }) => field))];
    await audit(tx, { actor, action: 'personal.reveal', subject, detail: { reason, customer: customerId, fields } });
    return { contacts, left: mostPerHour - before - 1 };
  });
}

async function revealsOfLastHour(tx: Queryable, actor: string): Promise<number> {
  await tx.query(`/* reveals in turn */ select pg_advisory_xact_lock(7270032, hashtext($1))`, [actor]);
  const { rows } = await tx.query<{ n: number }>(
    `/* reveals of an hour */ select count(*)::int as n from ops.audit where action = 'personal.reveal' and actor = $1 and at > clock_timestamp() - interval '1 hour'`,
    [actor],
  );
  return rows[0]?.n ?? 0;
}

async function open(tx: Queryable, { home, masterKey }: KeyPlace, customerId: string): Promise<RevealedContact[]> {
  const { rows } = await tx.query<{ of: string; field: string; sealed: Buffer; keyId: number }>(
    `/* sealed contacts */ select named_customer_id as of, field, ciphertext as sealed, key_id as "keyId" from vault.contacts
     where customer_id = $1 order by named_customer_id <> customer_id, named_customer_id, field`,
    [customerId],
  );
  if (rows.length === 0) return [];
  const keys = await openDataKeys(tx, readMasterKey(masterKey ?? null, home));
  const columns = sealedColumns();
  return rows.map(({ of, field, sealed, keyId }) => {
    const key = keys.get(keyId);
    const value = key ? opened([field, ...columns], (name) => unseal(key, name, sealed)) : null;
    return { customerId: of, field, value };
  });
}

/** The name a value was sealed under is part of the seal: under any other it does not open. */
function opened(names: readonly string[], under: (name: string) => Buffer): string | null {
  for (const name of names) {
    try {
      return under(name).toString('utf8');
    } catch {
      continue;
    }
  }
  return null;
}
