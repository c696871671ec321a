import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import pg from 'pg';
import type { SqlMigration } from './migrator.ts';

const directory = join(import.meta.dirname, 'migrations');
/** Two processes that start at once must not migrate at once. */
const MIGRATION_LOCK = 7_270_001;

/** Each readable SQL file is one migration, named after its file: forward only, never edited after it has landed. */
function sqlMigrations(): SqlMigration[] {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => ({ name: basename(file, '.sql'), text: readFileSync(join(directory, file), 'utf8') }));
}

async function appliedNames(db: pg.Client): Promise<Set<string>> {
  const { rows: known } = await db.query<{ there: boolean }>(
    `select to_regclass('ops.migrations') is not null as there`,
  );
  if (!known[0]?.there) return new Set();
  const { rows } = await db.query<{ name: string }>('select name from ops.migrations');
  return new Set(rows.map(({ name }) => name));
}

/** Brings the database to the newest schema; returns the names of what was applied (none: it was there already). */
export async function migrate(url: string): Promise<string[]> {
  const guard = new pg.Client({ connectionString: url, application_name: 'rapport migrate' });
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const migrations = sqlMigrations();
    const applied = await appliedNames(guard);
    if (migrations.every(({ name }) => applied.has(name))) return [];
    // The ORM is a large part of a load's memory: only who has something to apply brings it in.
    const { apply } = await import('./migrator.ts');
    return await apply(url, migrations);
  } finally {
    await guard.end();
  }
}
