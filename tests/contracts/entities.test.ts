import { entities, entitiesInside, entitiesOver, IngestionRun } from '@rapport/model/entities';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';
import { seedShop } from './seed.ts';
import { statementsOf } from './statements.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await seedShop(database.pool);
});
afterAll(() => database.drop());

interface Column {
  column: string;
  type: string;
  nullable: boolean;
  key: boolean;
}

const byName = (columns: Column[]): Column[] => columns.toSorted((a, b) => (a.column < b.column ? -1 : 1));

async function migratedColumns(table: string): Promise<Column[]> {
  const { rows } = await database.pool.query<Column>(
    `select a.attname as "column", format_type(a.atttypid, null) as type, not a.attnotnull as nullable,
       exists (select from pg_index i where i.indrelid = a.attrelid and i.indisprimary and a.attnum = any(i.indkey)) as key
     from pg_attribute a where a.attrelid = $1::regclass and a.attnum > 0 and not a.attisdropped`,
    [table],
  );
  return byName(rows);
}

/** As PostgreSQL writes it: the ORM says `timestamptz(6)` where the catalog says `timestamp with time zone`. */
async function typeName(declared: string): Promise<string> {
  const { rows } = await database.pool.query<{ type: string }>('select format_type($1::regtype, null) as type', [
    declared,
  ]);
  return rows[0]!.type;
}

async function mappedColumns(entity: string): Promise<{ table: string; columns: Column[] }> {
  const { schema, tableName, props } = entitiesOver(database.pool).getMetadata().getByClassName(entity);
  const kept = props.filter(({ persist }) => persist !== false);
  const columns = kept.flatMap(({ fieldNames, columnTypes, nullable, primary }) =>
    fieldNames.map(async (column, index) => ({
      column,
      type: await typeName(columnTypes[index]!),
      nullable: nullable === true,
      key: primary === true,
    })),
  );
  return { table: `${schema}.${tableName}`, columns: byName(await Promise.all(columns)) };
}

test.each(entities.map(({ meta }) => meta.className))(
  'the entity %s has the columns, types, keys and nulls of its migrated table',
  async (entity) => {
    const { table, columns } = await mappedColumns(entity);
    expect(columns).toEqual(await migratedColumns(table));
  },
);

test('reading entities is one statement: nothing is asked before or around it', async () => {
  const statements = await statementsOf(() => entitiesOver(database.pool).find(IngestionRun, { source: 'seed' }));
  expect(statements).toHaveLength(1);
});

test('entities read inside a transaction see what it sees', async () => {
  const client = await database.pool.connect();
  await client.query('begin');
  await client.query(`update ops.runs set stage = 'merge'`);
  const stages = async (em: ReturnType<typeof entitiesOver>): Promise<Set<string>> =>
    new Set((await em.find(IngestionRun, {})).map(({ stage }) => stage));
  expect(await stages(entitiesInside(client, database.pool))).toEqual(new Set(['merge']));
  expect(await stages(entitiesOver(database.pool))).toEqual(new Set(['done']));
  await client.query('rollback');
  client.release();
});

test.each(["'; drop table ops.runs --", "\\'; select 1 --", '?', '??', '$1', ':name', "E'\\x00'", '\u{fffd}', '%'])(
  'the text %s is a value, whatever it looks like',
  async (source) => {
    const em = entitiesOver(database.pool);
    expect(await em.count(IngestionRun, { source })).toBe(0);
    await database.pool.query('update ops.runs set source = $1 where run_id = 1', [source]);
    expect(await em.fork().find(IngestionRun, { source })).toMatchObject([{ runId: 1, source }]);
  },
);

test('a NUL is refused as PostgreSQL refuses it, and the connection lives on', async () => {
  const em = entitiesOver(database.pool);
  await expect(em.find(IngestionRun, { source: 'a\0b' })).rejects.toMatchObject({ code: '22021' });
  expect(await em.count(IngestionRun)).toBe(3);
});
