import { none, type Db } from './db.ts';

/** Of a process that does nothing but load. */
export const MOST_KB = 300 * 1024;
const PATIENCE_MS = 60_000;

/** I11: nothing is left but the data: no working table, lock, connection or open transaction; dead rows of one run at most. */
export async function checkBounds(db: Db, mostDead = Number.POSITIVE_INFINITY): Promise<string[]> {
  /** What ends a little after whoever held it. */
  const held = async (): Promise<string[]> => [
    ...(await none(
      db,
      'I11 connections left',
      `select application_name, state from pg_stat_activity where datname = current_database() and application_name like 'rapport ingest%'`,
    )),
    ...(await none(
      db,
      'I11 advisory locks left',
      `select classid, objid from pg_locks where locktype = 'advisory' and database = (select oid from pg_database where datname = current_database()) and pid <> pg_backend_pid()`,
    )),
    ...(await none(
      db,
      'I11 temporary tables left',
      `select c.relname from pg_class c where c.relpersistence = 't' and not pg_is_other_temp_schema(c.relnamespace)`,
    )),
  ];
  let found = await held();
  for (const until = Date.now() + PATIENCE_MS; found.length > 0 && Date.now() < until; found = await held())
    await new Promise((resolve) => setTimeout(resolve, 100));
  found.push(
    ...(await none(
      db,
      'I11 working tables left',
      `select relname from pg_class where relnamespace = 'landing'::regnamespace and relkind in ('r', 'p', 'm', 'v')`,
    )),
  );
  const [dead] = await db.rows<{ n: number }>(
    `select coalesce(sum(n_dead_tup), 0)::float8 as n from pg_stat_user_tables where schemaname in ('core', 'journey', 'mart')`,
  );
  if ((dead?.n ?? 0) > mostDead) found.push(`I11 ${dead?.n} dead rows, one run writes ${mostDead}`);
  return found;
}

export function checkMemory(peakKb: number): string[] {
  return peakKb > MOST_KB ? [`I11 the load took ${Math.round(peakKb / 1024)} MB`] : [];
}
