import type pg from 'pg';
import { quoted } from '../../kit/landing/tables.ts';
import type { FileDefinition } from '../../kit/source/definition.ts';
import { databaseIdentity } from '../server-identity.ts';
import type { Moment } from './moment.ts';

const ROUND = 1n << 32n;

/**
 * Rows written by transactions that were under way at the last look, or came later. A row keeps 32 bits of the number of its
 * transaction; one of an earlier round that looks young is only read once more.
 */
export function filterSince(kept: unknown, { xmax }: Moment): string {
  const at = (kept as { at?: string } | null)?.at;
  if (at === undefined) return 'true';
  const low = BigInt(at);
  if (low > xmax || xmax - low >= ROUND) return 'true';
  const now = xmax % ROUND;
  const age = `((${now} - q.xmin::text::bigint + ${ROUND}) % ${ROUND})`;
  return `${age} <= ${xmax - low}`;
}

/** A table made anew, or on another server, has other transactions: nothing that was remembered is of it. */
export async function identityOf(client: pg.Client, { table = '' }: FileDefinition): Promise<string> {
  const name = table.split('.').map(quoted).join('.');
  const { rows } = await client.query<{ oid: string | null }>('select to_regclass($1)::oid::text as oid', [name]);
  return `${await databaseIdentity(client)}/${rows[0]?.oid}`;
}
