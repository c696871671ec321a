import { afterAll, beforeAll, expect, it } from 'vitest';
import { testDatabase, type TestDatabase } from './index.ts';

let first: TestDatabase;
let second: TestDatabase;

beforeAll(async () => {
  [first, second] = await Promise.all([testDatabase(), testDatabase()]);
});
afterAll(() => Promise.all([first.drop(), second.drop()]));

it('gives each caller a migrated PostgreSQL 18 database of its own', async () => {
  await first.pool.query("insert into core.shops values ('s', 'Shop', '店', 'Asia/Shanghai', 'CNY', null)");
  const here = await first.pool.query('select shop from core.shops');
  const there = await second.pool.query('select shop from core.shops');
  expect([here.rowCount, there.rowCount]).toEqual([1, 0]);
  const version = await first.pool.query<{ v: number }>(
    "select current_setting('server_version_num')::int / 10000 as v",
  );
  expect(version.rows[0]?.v).toBe(18);
});

it('sorts and folds text the same on every machine', async () => {
  const answer = await first.pool.query(
    "select datlocprovider, datlocale, pg_encoding_to_char(encoding) as encoding, upper('é') as upper from pg_database where datname = current_database()",
  );
  expect(answer.rows).toEqual([{ datlocprovider: 'b', datlocale: 'C.UTF-8', encoding: 'UTF8', upper: 'É' }]);
});
