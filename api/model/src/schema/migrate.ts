import { readFileSync, readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { MikroORM } from '@mikro-orm/postgresql';
import { Migration, Migrator } from '@mikro-orm/migrations';
import pg from 'pg';
import { entities } from './entities/index.ts';

const directory = join(import.meta.dirname, 'migrations');
/** Two processes that start at once must not migrate at once. */
const MIGRATION_LOCK = 7_270_001;

/** Each readable SQL file is one migration, named after its file: forward only, never edited after it has landed. */
function sqlMigrations() {
  return readdirSync(directory)
    .filter((file) => file.endsWith('.sql'))
    .sort()
    .map((file) => {
      const text = readFileSync(join(directory, file), 'utf8');
      return {
        name: basename(file, '.sql'),
        class: class extends Migration {
          override up(): void {
            this.addSql(text);
          }
        },
      };
    });
}

/** The ORM over the entities of ops and auth. Core, journey and mart are raw SQL and not known to it. */
export function openOrm(url: string, poolSize = 4): Promise<MikroORM> {
  return MikroORM.init({
    clientUrl: url,
    entities,
    extensions: [Migrator],
    pool: { min: 0, max: poolSize },
    migrations: {
      tableName: 'ops.migrations',
      migrationsList: sqlMigrations(),
      snapshot: false,
      allOrNothing: true,
      silent: true,
    },
    discovery: { warnWhenNoEntities: false },
  });
}

/** Brings the database to the newest schema; returns the names of what was applied (none: it was there already). */
export async function migrate(url: string): Promise<string[]> {
  const guard = new pg.Client({ connectionString: url, application_name: 'rapport migrate' });
  await guard.connect();
  try {
    await guard.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const orm = await openOrm(url, 2);
    try {
      const applied = await orm.migrator.up();
      return applied.map((migration) => migration.name);
    } finally {
      await orm.close(true);
    }
  } finally {
    await guard.end();
  }
}
