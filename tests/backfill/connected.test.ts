import { readThrottle, requestLoad, readRequest, startBackfill, workInForeground } from '@rapport/etl';
import type { BackfillStatus } from '@rapport/model/vocabulary';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ConnectedHouse, ordersOf, ordersSource, ordersTable, ShopDatabase } from '../connect/connected-shop.ts';
import { workOnce } from '../schedule/workers.ts';
import { stretchesOf } from './backfills.ts';

let house: ConnectedHouse;
let shop: ShopDatabase;
beforeAll(async () => {
  [house, shop] = await Promise.all([ConnectedHouse.open(), ShopDatabase.open()]);
  house.secrets.set('SHOP_URL', shop.url);
});
afterAll(async () => {
  await Promise.all([house.close(), shop.drop()]);
});

const secrets = (reference: { env: string } | { file: string }): string | null =>
  house.secrets.get('env' in reference ? reference.env : reference.file) ?? null;

function work(id: string): Promise<BackfillStatus> {
  const surroundings = { databaseUrl: house.database.url, home: house.home, deliveries: house.home, masterKey: null };
  const signal = new AbortController().signal;
  return workInForeground({ id, signal, house: { ...surroundings, secrets, log: () => undefined } });
}

it('a source that is asked for its rows is asked for those of each window, and its place stays where it was', async () => {
  const fill = 'table: orders\ndelivery: delta\ncursor: { column: changed, lag: 0 seconds }';
  house.sources.write('well', ordersSource('postgres: { url: { env: SHOP_URL } }', fill), ordersOf('well'));
  await shop.sql(ordersTable);
  await shop.sql(
    `insert into orders (id, status, placed, changed) values ('new', 'created', '2026-11-20', '2026-11-20')`,
  );
  const id = await requestLoad(house.database.pool, { source: 'well', folder: null, actor: 'test' });
  const shops = { home: house.home, deliveries: house.home } as Parameters<typeof workOnce>[1];
  await workOnce(house.database, shops, '2026-11-21T00:00:00Z', { secrets });
  expect(await readRequest(house.database.pool, id)).toMatchObject({ state: 'loaded' });
  const place = () => house.rows('select role, position from ops.cursors');
  const before = await place();
  await shop.sql(`insert into orders (id, status, placed, changed) values
    ('a', 'created', '2026-11-02', '2026-11-02 00:00+08'), ('b', 'created', '2026-11-02', '2026-11-02 23:59:59.999999+08'),
    ('c', 'created', '2026-11-03', '2026-11-03 00:00+08'), ('d', 'created', '2026-11-05', '2026-11-05 00:00+08')`);
  const throttle = readThrottle('none');
  const backfill = await startBackfill(house.database.pool, {
    source: 'well',
    first: '2026-11-02',
    last: '2026-11-04',
    throttle,
    actor: 'test',
  });
  expect(await work(backfill)).toMatchObject({ state: 'done', folder: null, failed: 0 });
  const windows = await stretchesOf(house.database, backfill);
  expect(windows.slice(0, 2)).toEqual(['loaded 2026-11-02', 'loaded 2026-11-03']);
  const read = await house.rows<{ read: number }>(
    `select f.read from ops.run_feeds f join ops.runs r using (run_id) where r.trigger = 'backfill' order by r.window_at`,
  );
  expect(read.map((row) => row.read).slice(0, 2)).toEqual([2, 1]);
  expect(Object.keys(await house.orders())).toEqual(['a', 'b', 'c', 'new']);
  expect(await place()).toEqual(before);
});
