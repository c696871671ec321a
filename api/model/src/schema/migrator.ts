import { MikroORM } from '@mikro-orm/postgresql';
import { Migration, Migrator } from '@mikro-orm/migrations';

/** A readable SQL file, named after it. */
export interface SqlMigration {
  name: string;
  text: string;
}

const classOf = (text: string) =>
  class extends Migration {
    override up(): void {
      this.addSql(text);
    }
  };

/** Applies what of the list has not been applied yet, all of it or nothing; returns the names. */
export async function apply(url: string, migrations: readonly SqlMigration[]): Promise<string[]> {
  const orm = await MikroORM.init({
    clientUrl: url,
    entities: [],
    extensions: [Migrator],
    pool: { min: 0, max: 2 },
    migrations: {
      tableName: 'ops.migrations',
      migrationsList: migrations.map(({ name, text }) => ({ name, class: classOf(text) })),
      snapshot: false,
      allOrNothing: true,
      silent: true,
    },
    discovery: { warnWhenNoEntities: false },
  });
  try {
    const applied = await orm.migrator.up();
    return applied.map(({ name }) => name);
  } finally {
    await orm.close(true);
  }
}
