import { setTimeout as sleep } from 'node:timers/promises';
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
  ['late_time', 'cursor: { column: changed, lag: 0 seconds }'],
  ['late_number', 'cursor: { column: version, lag: 0 }'],
  ['late_row', 'cursor: { column: xmin }'],
])('%s: a transaction that commits late with an older cursor is not lost', async (name, cursor) => {
  await shop.sql('alter table orders add version bigint generated always as identity');
  declare(name, `table: orders\ndelivery: delta\n${cursor}`);
  const slow = await shop.pool.connect();
  try {
    await slow.query('begin');
    await slow.query(`insert into orders (id, status, placed) values ('slow', 'created', '2024-01-01')`);
    await sleep(20);
    await put('fast');
    await house.load(name);
    await put('faster');
    await house.load(name);
    expect(await house.orders(name)).toEqual({ fast: 'created', faster: 'created' });
    await slow.query('commit');
  } finally {
    slow.release();
  }
  await house.load(name);
  expect(await house.orders(name)).toEqual({ fast: 'created', faster: 'created', slow: 'created' });
});

it('a transaction that has begun and written nothing yet is waited for as well', async () => {
  declare('begun', incremental);
  const slow = await shop.pool.connect();
  try {
    await slow.query('begin');
    await slow.query('select now()');
    await sleep(20);
    await put('fast');
    await house.load('begun');
    await slow.query(
      `insert into orders (id, status, placed, changed) values ('slow', 'created', '2024-01-01', now())`,
    );
    await slow.query('commit');
  } finally {
    slow.release();
  }
  await house.load('begun');
  expect(await house.orders('begun')).toEqual({ fast: 'created', slow: 'created' });
});

it('an account that may not see the transactions of others still loses none that had begun to write', async () => {
  const role = `blind_${Date.now()}`;
  await shop.sql(`create role ${role} login password 'blind'; grant select on orders to ${role}`);
  const url = new URL(shop.url);
  url.username = role;
  url.password = 'blind';
  house.secrets.set('BLIND', url.href);
  declare('blind', incremental, 'postgres: { url: { env: BLIND } }');
  const slow = await shop.pool.connect();
  try {
    await slow.query('begin');
    await slow.query(`insert into orders (id, status, placed) values ('slow', 'created', '2024-01-01')`);
    await sleep(20);
    await put('fast');
    expect((await house.load('blind')).notes.map(({ code }) => code)).toContain('open_transactions_unseen');
    await put('faster');
    await house.load('blind');
    await slow.query('commit');
    await house.load('blind');
    expect(Object.keys(await house.orders('blind'))).toEqual(['fast', 'faster', 'slow']);
  } finally {
    slow.release();
    await shop.sql(`drop owned by ${role}; drop role ${role}`);
  }
});
