import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
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

async function statuses(shopCode: string): Promise<Record<string, string>> {
  const rows = await house.rows<{ id: string; status: string }>(
    'select external_id as id, status from core.orders where shop = $1 and deleted_at is null order by 1',
    [shopCode],
  );
  return Object.fromEntries(rows.map(({ id, status }) => [id, status]));
}

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
    expect(await statuses(name)).toEqual({ fast: 'created', faster: 'created' });
    await slow.query('commit');
  } finally {
    slow.release();
  }
  await house.load(name);
  expect(await statuses(name)).toEqual({ fast: 'created', faster: 'created', slow: 'created' });
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
  expect(await statuses('begun')).toEqual({ fast: 'created', slow: 'created' });
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
    expect(Object.keys(await statuses('blind'))).toEqual(['fast', 'faster', 'slow']);
  } finally {
    slow.release();
    await shop.sql(`drop owned by ${role}; drop role ${role}`);
  }
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
  expect(Object.keys(await statuses('ties'))).toEqual(['a', 'b']);
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
  expect(await statuses('dates')).toEqual({ a: 'created', none: 'shipped' });
});

it('deletes: snapshot – rows that are gone from the table are taken away, and come back when they do', async () => {
  declare('gone', `${incremental}\nkey: id\ndeletes: snapshot`);
  for (const id of ['a', 'b', 'c"\\,\u2028中']) await put(id);
  await house.load('gone');
  await shop.sql(`delete from orders where id <> 'a'`);
  const report = await house.load('gone');
  expect(report.feeds[0]).toMatchObject({ updated: 2, quarantined: 0 });
  expect(await statuses('gone')).toEqual({ a: 'created' });
  expect(await house.rows('select key from ops.source_keys where source = $1', ['gone'])).toEqual([{ key: '["a"]' }]);
  await put('b', 'shipped');
  await house.load('gone');
  expect(await statuses('gone')).toEqual({ a: 'created', b: 'shipped' });
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
    expect(Object.keys(await statuses('encoded')).toSorted()).toEqual(['a', '一', '啊']);
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
  expect(await statuses('emptied')).toEqual({});
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
  expect(await statuses('marked')).toEqual({ a: 'created', b: 'created' });
  await shop.sql(`update orders set removed = now(), changed = clock_timestamp() where id = 'a'`);
  expect((await house.load('marked')).feeds[0]).toMatchObject({ updated: 1 });
  expect(await statuses('marked')).toEqual({ b: 'created' });
  await shop.sql(`update orders set removed = null, status = 'shipped', changed = clock_timestamp() where id = 'a'`);
  await house.load('marked');
  expect(await statuses('marked')).toEqual({ a: 'shipped', b: 'created' });
});

it('a snapshot without a cursor is the whole table: what it lacks is gone', async () => {
  declare('whole', `query: |\n  select id, person, status, placed, changed\n  from orders where status <> 'hidden';`);
  await put('a');
  await put('b');
  await house.load('whole');
  await put('b', 'hidden');
  await house.load('whole');
  expect(await statuses('whole')).toEqual({ a: 'created' });
});

it('--anew reads everything again, another definition does so by itself', async () => {
  declare('again', incremental);
  await put('a');
  await house.load('again');
  await put('b');
  await shop.sql(`update orders set status = 'lost', changed = '2024-01-01' where id = 'a'`);
  await house.load('again');
  expect(await statuses('again')).toEqual({ a: 'created', b: 'created' });
  await shop.sql(`update orders set changed = '2031-01-01' where id = 'a'`);
  const { feeds } = await house.load('again', { anew: true });
  expect(feeds[0]).toMatchObject({ read: 2 });
  expect(await statuses('again')).toEqual({ a: 'lost', b: 'created' });
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

it('a source without a connection needs a folder', async () => {
  house.sources.write(
    'plain',
    'files: { orders: { file: orders.csv, columns: { id: text, person: text, status: text, placed: timestamptz, changed: timestamptz } } }\nfeeds: { orders: { from: orders } }\n',
    ordersOf('plain'),
  );
  expect((await house.refusal('plain')).code).toBe('nowhere_to_load_from');
});
