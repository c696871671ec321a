import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { processEnvironment } from '../faults/config.ts';
import { kill } from '../faults/loads.ts';
import { ConnectedHouse, ordersOf, ordersSource, ordersTable, ShopDatabase } from './connected-shop.ts';
import { answer, apiOrder, ShopApi } from './shop-api.ts';

let house: ConnectedHouse;
let shop: ShopDatabase;
let api: ShopApi;

beforeAll(async () => {
  [house, shop, api] = await Promise.all([ConnectedHouse.open(), ShopDatabase.open(), ShopApi.open()]);
  house.secrets.set('SECRET', shop.url);
  await shop.sql(ordersTable);
});
afterAll(async () => {
  await Promise.all([house.close(), shop.drop(), api.close()]);
});

/** A load in a process of its own that stops at a stage; resolves when it is there. */
function loadUntil(stage: string, source: string): Promise<ChildProcess> {
  const script = join(import.meta.dirname, 'fetch-process.ts');
  const told = [house.database.url, house.home, source, shop.url];
  const child = spawn(process.execPath, ['--import', './bin/register.mjs', script, ...told], {
    env: { ...processEnvironment(), RAPPORT_SOURCES: house.sources.folder, RAPPORT_PAUSE_AT: stage },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (text: Buffer) => {
      said += text.toString();
      if (said.includes(`paused at ${stage}`)) resolve(child);
    });
    child.on('exit', (code) => reject(new Error(`the load ended with ${code} before ${stage}: ${said}`)));
  });
}

const spoolOf = (source: string): string[] => {
  const folder = join(house.home, 'spool', source);
  return existsSync(folder) ? readdirSync(folder) : [];
};

it.each(['fetch', 'discover', 'landing', 'merge', 'commit'])(
  'a load killed in %s has moved no cursor; the next one brings everything, once, and clears up after it',
  async (stage) => {
    const name = `killed_${stage}`;
    const fill =
      'table: orders\ndelivery: delta\ncursor: { column: changed, lag: 0 seconds }\nkey: id\ndeletes: snapshot';
    house.sources.write(name, ordersSource('postgres: { url: { env: SECRET } }', fill), ordersOf(name));
    await shop.sql(
      `truncate orders; insert into orders (id, status, placed) select 'o' || n, 'created', '2024-01-01' from generate_series(1, 20) n`,
    );
    await house.load(name);
    const cursor = await house.rows('select * from ops.cursors where source = $1', [name]);
    await shop.sql(`update orders set status = 'shipped', changed = clock_timestamp() where id in ('o1', 'o2');
      delete from orders where id = 'o3'; insert into orders (id, status, placed) values ('o21', 'created', '2024-01-01')`);
    await kill(await loadUntil(stage, name));
    expect(await house.rows('select * from ops.cursors where source = $1', [name])).toEqual(cursor);
    const [left] = spoolOf(name);
    const folder = join(house.home, 'spool', name, left ?? '');
    expect(readdirSync(folder)).toContain('orders.csv');
    expect([statSync(folder).mode & 0o777, statSync(join(folder, 'orders.csv')).mode & 0o777]).toEqual([0o700, 0o600]);
    const { feeds } = await house.load(name);
    expect(feeds[0]).toMatchObject({ inserted: 1, updated: 3, quarantined: 0 });
    expect(spoolOf(name)).toEqual([]);
    const rows = await house.rows<{ n: number; shipped: number }>(
      `select count(*)::int as n, (count(*) filter (where status = 'shipped'))::int as shipped from core.orders where shop = $1 and deleted_at is null`,
      [name],
    );
    expect(rows).toEqual([{ n: 20, shipped: 2 }]);
    expect(await house.rows('select key from ops.source_keys where source = $1', [name])).toHaveLength(20);
  },
);

it('a kept cursor of an API is not lost with the load that would have moved it', async () => {
  const all = [apiOrder('a'), apiOrder('b')];
  api.behave = (asked, response) => {
    const at = Number(asked.searchParams.get('cursor') ?? 0);
    answer(response, { items: all.slice(at), after: String(all.length), end: true });
  };
  house.sources.write(
    'killed_api',
    `connection: { http: { url: '${api.url}' } }
files:
  orders:
    file: orders.ndjson
    delivery: delta
    request: { path: /items, records: items, paging: { cursor: { param: cursor, next: after, end: end, keep: true } } }
    columns: { id: text, person: text, status: text, placed: timestamptz, changed: timestamptz }
feeds: { orders: { from: orders } }
`,
    ordersOf('killed_api'),
  );
  await house.load('killed_api');
  all.push(apiOrder('c'));
  await kill(await loadUntil('commit', 'killed_api'));
  expect((await house.load('killed_api')).feeds[0]).toMatchObject({ inserted: 1 });
});

it('a source that is fetched is one run’s at a time', async () => {
  house.sources.write('both', ordersSource('postgres: { url: { env: SECRET } }', 'table: orders'), ordersOf('both'));
  const first = await loadUntil('fetch', 'both');
  try {
    expect((await house.refusal('both')).code).toBe('source_busy');
    expect(spoolOf('both')).toHaveLength(1);
  } finally {
    await kill(first);
  }
});
