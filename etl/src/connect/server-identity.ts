import type { Queryable } from '@rapport/model/schema';

/** Tells a database from every other, also from its copy on another server; where that may not be asked, from others on its own. */
export async function databaseIdentity(db: Queryable): Promise<string> {
  const { rows: may } = await db.query<{ ask: boolean }>(
    `select has_function_privilege('pg_control_system()', 'execute') as ask`,
  );
  const server = may[0]?.ask ? '(select system_identifier from pg_control_system())' : 'null';
  const { rows } = await db.query<{ identity: string }>(
    `select concat_ws('/', ${server}, oid) as identity from pg_database where datname = current_database()`,
  );
  return rows[0]?.identity ?? '';
}
