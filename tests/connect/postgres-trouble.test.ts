import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ordersTable } from './connected-shop.ts';
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

it.each([
  ['alter table orders drop column person', /"person" is not among its columns/],
  [
    'alter table orders rename changed to altered',
    /"changed" is not among its columns; not declared: "altered", "removed"/,
  ],
  ['alter table orders alter changed type text', /the cursor "changed" is neither a time nor a number/],
  ['drop table orders', /relation "orders" does not exist/],
])('after "%s" the load fails by name and publishes nothing', async (change, says) => {
  declare('drift', incremental);
  await put('a');
  await house.load('drift');
  const cursor = await house.rows('select * from ops.cursors where source = $1', ['drift']);
  await shop.sql(change);
  const error = await house.refusal('drift');
  expect(error).toMatchObject({ code: 'connection_drift', message: expect.stringMatching(says) as string });
  expect(await house.rows('select * from ops.cursors where source = $1', ['drift'])).toEqual(cursor);
  const [run] = await house.rows<{ state: string; stage: string; error_code: string }>(
    'select state, stage, error_code from ops.runs order by run_id desc limit 1',
  );
  expect(run).toEqual({ state: 'failed', stage: 'fetch', error_code: 'connection_drift' });
});

it('a locked table and a query that is too slow are troubles that pass', async () => {
  declare(
    'held',
    incremental,
    'postgres: { url: { env: SHOP_URL }, lockTimeout: 1 second, statementTimeout: 1 second }',
  );
  const holder = await shop.pool.connect();
  try {
    await holder.query('begin; lock table orders');
    expect(await house.refusal('held')).toMatchObject({ code: 'connection_held_up' });
    await holder.query('rollback');
  } finally {
    holder.release();
  }
  declare(
    'slow',
    'query: select *, pg_sleep(3) from orders',
    'postgres: { url: { env: SHOP_URL }, statementTimeout: 1 second }',
  );
  await put('a');
  expect(await house.refusal('slow')).toMatchObject({ code: 'connection_held_up' });
});

it('what a query tries to change there is refused, and a secret that is not there is named', async () => {
  await shop.sql(`create or replace function meddle() returns int language sql as $$ delete from orders; select 1 $$`);
  declare('meddling', 'query: select *, meddle() from orders');
  await put('a');
  expect(await house.refusal('meddling')).toMatchObject({ code: 'connection_query', details: { state: '25006' } });
  declare('unknown', incremental, 'postgres: { url: { file: shop-url } }');
  const error = await house.refusal('unknown');
  expect(error.code).toBe('connection_secret');
  expect(error.message).toContain('the file secrets/shop-url of RAPPORT_HOME');
});
