import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ordersOf, ordersTable } from './connected-shop.ts';
import { incremental, OrdersTable } from './orders-table.ts';

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
  expect(await house.orders('first')).toEqual({ a: 'created', b: 'shipped', c: 'created' });
  expect((await house.load('first')).feeds[0]).toMatchObject({ read: 1, unchanged: 1 }); // the edge itself
  expect((await house.load('first')).state).toBe('unchanged');
  const spool = join(house.home, 'spool', 'first');
  expect(existsSync(spool) ? readdirSync(spool) : []).toEqual([]);
});

it('a rehearsal fetches, shows and moves nothing', async () => {
  declare('dry', incremental);
  await put('a');
  const rehearsed = await house.load('dry', { dryRun: true });
  expect(rehearsed.state).toBe('dry-run');
  expect(rehearsed.feeds[0]).toMatchObject({ inserted: 1 });
  expect(await house.rows('select from ops.cursors where source = $1', ['dry'])).toHaveLength(0);
  expect((await house.load('dry')).feeds[0]).toMatchObject({ inserted: 1 });
  expect((await house.load('dry', { dryRun: true })).state).toBe('dry-run');
});

it('rows of one moment on both sides of the edge are all there', async () => {
  declare('ties', incremental);
  const at = '2024-03-01 00:00:00+00';
  const tie = (id: string) =>
    shop.sql(`insert into orders (id, status, placed, changed) values ($1, 'created', '2024-01-01', $2)`, [id, at]);
  await tie('a');
  await house.load('ties');
  await tie('b');
  await house.load('ties');
  expect(Object.keys(await house.orders('ties'))).toEqual(['a', 'b']);
});

it('a row dated 9999 hides nothing, one without a date is read every time', async () => {
  declare('dates', incremental);
  await shop.sql(`alter table orders alter changed drop not null;
    insert into orders (id, status, placed, changed) values ('far', 'created', '2024-01-01', '9999-12-31'), ('none', 'created', '2024-01-01', null)`);
  const { feeds } = await house.load('dates');
  expect(feeds[0]).toMatchObject({ read: 2, quarantined: 1 });
  await put('a');
  await put('none', 'shipped');
  await shop.sql(`update orders set changed = null where id = 'none'`);
  await house.load('dates');
  expect(await house.orders('dates')).toEqual({ a: 'created', none: 'shipped' });
});

it('--anew reads everything again, another definition does so by itself', async () => {
  declare('again', incremental);
  await put('a');
  await house.load('again');
  await put('b');
  await shop.sql(`update orders set status = 'lost', changed = '2024-01-01' where id = 'a'`);
  await house.load('again');
  expect(await house.orders('again')).toEqual({ a: 'created', b: 'created' });
  await shop.sql(`update orders set changed = '2031-01-01' where id = 'a'`);
  const { feeds } = await house.load('again', { anew: true });
  expect(feeds[0]).toMatchObject({ read: 2 });
  expect(await house.orders('again')).toEqual({ a: 'lost', b: 'created' });
  declare('again', 'query: select * from orders\ndelivery: delta\ncursor: { column: changed, lag: 0 seconds }');
  expect((await house.load('again')).state).toBe('unchanged'); // the same two rows
});

it('a stretch of time is read without moving the cursor', async () => {
  declare('stretch', incremental);
  await put('a');
  await house.load('stretch');
  await shop.sql(
    `insert into orders (id, status, placed, changed) values ('old', 'created', '2024-01-01', '2024-02-01 12:00+00')`,
  );
  const before = await house.rows('select position from ops.cursors where source = $1', ['stretch']);
  const range = { from: new Date('2024-02-01'), to: new Date('2024-02-02') };
  expect((await house.load('stretch', { range })).feeds[0]).toMatchObject({ read: 1, inserted: 1 });
  expect(await house.rows('select position from ops.cursors where source = $1', ['stretch'])).toEqual(before);
});

it('a source without a connection needs a folder', async () => {
  house.sources.write(
    'plain',
    'files: { orders: { file: orders.csv, columns: { id: text, person: text, status: text, placed: timestamptz, changed: timestamptz } } }\nfeeds: { orders: { from: orders } }\n',
    ordersOf('plain'),
  );
  expect((await house.refusal('plain')).code).toBe('nowhere_to_load_from');
});
