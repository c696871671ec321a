import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ConnectedHouse, ordersOf, ordersSource, ordersTable, ShopDatabase } from './connected-shop.ts';

let house: ConnectedHouse;
let shop: ShopDatabase;
const postgres = 'postgres: { url: { env: SHOP_URL } }';
const incremental = 'table: orders\ndelivery: delta\ncursor: { column: changed, lag: 0 seconds }';

beforeAll(async () => {
  [house, shop] = await Promise.all([ConnectedHouse.open(), ShopDatabase.open()]);
  house.secrets.set('SHOP_URL', shop.url);
});
afterAll(async () => {
  await Promise.all([house.close(), shop.drop()]);
});
beforeEach(async () => {
  await shop.sql(`drop table if exists orders; ${ordersTable}`);
});

const put = (id: string, status = 'created') =>
  shop.sql(
    `insert into orders (id, person, status, placed) values ($1, 'ada', $2, '2024-01-01 10:00:00+08')
     on conflict (id) do update set status = excluded.status, changed = clock_timestamp()`,
    [id, status],
  );

function declare(name: string, fill: string, connection = postgres): void {
  house.sources.write(name, ordersSource(connection, fill), ordersOf(name), name);
}
const statuses = async (shopCode: string): Promise<Record<string, string>> => {
  const rows = await house.rows<{ id: string; status: string }>(
    'select external_id as id, status from core.orders where shop = $1 and deleted_at is null order by 1',
    [shopCode],
  );
  return Object.fromEntries(rows.map(({ id, status }) => [id, status]));
};

it('a table is read once, then only what changed; nothing is left in the spool', async () => {
  declare('first', incremental);
  await put('a');
  await put('b');
  const begin = await house.load('first');
  expect(begin.feeds[0]).toMatchObject({ read: 2, inserted: 2 });
  await put('b', 'shipped');
  await put('c');
  const next = await house.load('first');
  expect(next.feeds[0]).toMatchObject({ inserted: 1, updated: 1 });
  expect(await statuses('first')).toEqual({ a: 'created', b: 'shipped', c: 'created' });
  expect((await house.load('first')).state).toBe('unchanged');
  const spool = join(house.home, 'spool', 'first');
  expect(existsSync(spool) ? readdirSync(spool) : []).toEqual([]);
});
