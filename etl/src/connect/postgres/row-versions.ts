import pg from 'pg';
import type { FileDefinition } from '../../kit/source/definition.ts';
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
  const name = table.includes('.') ? table : `"${table}"`;
  const { rows } = await client.query<{ identity: string }>(
    `select concat_ws('/', (select oid from pg_database where datname = current_database()), to_regclass(${pg.escapeLiteral(name)})::oid,
       case when has_function_privilege(current_user, 'pg_control_system()', 'execute') then (select system_identifier::text from pg_control_system()) end) as identity`,
  );
  return rows[0]?.identity ?? '';
}
