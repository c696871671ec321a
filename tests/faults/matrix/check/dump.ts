import type { Db } from './db.ts';

/** Columns that say where a row came from, which two ways to the same data need not share. */
export const provenance = ['file_id', 'file_time', 'record_no'];

/** I3: every row of core, journey and mart in a fixed order, a hash a table. */
export async function hashes(db: Db, leaveOut: readonly string[] = []): Promise<Map<string, string>> {
  const tables = await db.rows<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where n.nspname in ('core', 'journey', 'mart') and c.relkind in ('r', 'p') and not c.relispartition order by 1`,
  );
  const queries = tables.map(
    ({ name }) =>
      `select '${name}' as name, count(*)::text || ' ' || md5(coalesce(string_agg(line, e'\\n' order by line collate "C"), '')) as hash
       from (select (to_jsonb(t) - $1::text[])::text as line from ${name} t) l`,
  );
  const rows = await db.rows<{ name: string; hash: string }>(queries.join(' union all '), [leaveOut]);
  return new Map(rows.map(({ name, hash }) => [name, hash]));
}

/** The tables in which two dumps differ. */
export function differing(one: Map<string, string>, other: Map<string, string>): string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter((name) => one.get(name) !== other.get(name));
}

export function sameAs(what: string, one: Map<string, string>, other: Map<string, string>): string[] {
  const tables = differing(one, other);
  return tables.length === 0 ? [] : [`${what}: ${tables.join(', ')}`];
}
