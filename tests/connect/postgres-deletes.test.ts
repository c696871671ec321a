import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ordersOf, ordersSource, ordersTable, ShopDatabase } from './connected-shop.ts';
import { incremental, OrdersTable, postgres } from './orders-table.ts';

let orders: OrdersTable;
let house: OrdersTable['house'];
let shop: OrdersTable['shop'];
let put: OrdersTable['put'];
let declare: OrdersTable['declare'];

beforeAll(async () => {
  orders = await OrdersTable.open();
  ({ house, shop, put, declare } = orders);
});
afterAll(() => orders.close());
beforeEach(() => shop.sql(`drop table if exists orders; ${ordersTable}`));

it('deletes: snapshot – rows that are gone from the table are taken away, and come back when they do', async () => {
  declare('gone', `${incremental}\nkey: id\ndeletes: snapshot`);
  for (const id of ['a', 'b', 'c"\\,\u2028中']) await put(id);
  await house.load('gone');
  await shop.sql(`delete from orders where id <> 'a'`);
  const report = await house.load('gone');
  expect(report.feeds[0]).toMatchObject({ updated: 2, quarantined: 0 });
  expect(await house.orders('gone')).toEqual({ a: 'created' });
  expect(await house.rows('select key from ops.source_keys where source = $1', ['gone'])).toEqual([{ key: '["a"]' }]);
  await put('b', 'shipped');
  await house.load('gone');
  expect(await house.orders('gone')).toEqual({ a: 'created', b: 'shipped' });
  const figures = await house.rows('select count(*)::int as n from journey.order_journey where shop = $1', ['gone']);
  expect(figures).toEqual([{ n: 2 }]);
});

it('a database in another encoding: texts come intact, and keys in an order of their own are not taken for gone', async () => {
  const chinese = await ShopDatabase.open(`encoding 'EUC_CN' template template0 locale_provider libc locale 'C'`);
  try {
    house.secrets.set('CHINESE', chinese.url);
    declare('encoded', `${incremental}\nkey: id\ndeletes: snapshot`, 'postgres: { url: { env: CHINESE } }');
    await chinese.sql(
      `${ordersTable}; insert into orders (id, person, status, placed) select id, '顾客' || id, 'created', '2024-01-01' from unnest(array['一', '啊', '阿', 'a']) id`,
    );
    await house.load('encoded');
    await chinese.sql(`delete from orders where id = '阿'`);
    expect((await house.load('encoded')).feeds[0]).toMatchObject({ updated: 1 });
    expect(Object.keys(await house.orders('encoded')).toSorted()).toEqual(['a', '一', '啊']);
  } finally {
    await chinese.drop();
  }
});

it('a table that lost most of its rows is not believed until someone says so', async () => {
  declare('emptied', `${incremental}\nkey: id\ndeletes: snapshot`);
  for (let at = 0; at < 20; at++) await put(`o${at}`);
  await house.load('emptied');
  await shop.sql('truncate orders');
  expect(await house.refusal('emptied')).toMatchObject({ code: 'too_many_deletes', details: { rows: 20, of: 20 } });
  await house.load('emptied', { allowDeletes: true });
  expect(await house.orders('emptied')).toEqual({});
});

it('tombstone: a row that is marked as removed goes, and comes back without the mark', async () => {
  house.sources.write(
    'marked',
    ordersSource(postgres, `${incremental}\ntombstone: removed`).replace(
      'changed: timestamptz }',
      'changed: timestamptz, removed: timestamptz }',
    ),
    ordersOf('marked'),
    'marked',
  );
  await put('a');
  await put('b');
  await shop.sql(`insert into orders (id, status, placed, removed) values ('never', 'created', '2024-01-01', now())`);
  await house.load('marked');
  expect(await house.orders('marked')).toEqual({ a: 'created', b: 'created' });
  await shop.sql(`update orders set removed = now(), changed = clock_timestamp() where id = 'a'`);
  expect((await house.load('marked')).feeds[0]).toMatchObject({ updated: 1 });
  expect(await house.orders('marked')).toEqual({ b: 'created' });
  await shop.sql(`update orders set removed = null, status = 'shipped', changed = clock_timestamp() where id = 'a'`);
  await house.load('marked');
  expect(await house.orders('marked')).toEqual({ a: 'shipped', b: 'created' });
});

it('a snapshot without a cursor is the whole table: what it lacks is gone', async () => {
  declare('whole', `query: |\n  select id, person, status, placed, changed\n  from orders where status <> 'hidden';`);
  await put('a');
  await put('b');
  await house.load('whole');
  await put('b', 'hidden');
  await house.load('whole');
  expect(await house.orders('whole')).toEqual({ a: 'created' });
});
