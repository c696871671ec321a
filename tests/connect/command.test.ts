import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runWorker, type WorkerSummary } from '@rapport/etl';
import { lastLine, rapport } from '../setup/run-rapport.ts';
import { windowsOf } from '../schedule/houses.ts';
import { quick, quickRetry } from '../schedule/workers.ts';
import { ConnectedHouse, ordersOf, ordersSource, ordersTable, ShopDatabase } from './connected-shop.ts';
import { answer, apiOrder, ShopApi } from './shop-api.ts';

let house: ConnectedHouse;
let shop: ShopDatabase;
let api: ShopApi;

beforeAll(async () => {
  [house, shop, api] = await Promise.all([ConnectedHouse.open(), ShopDatabase.open(), ShopApi.open()]);
  await shop.sql(`${ordersTable}; insert into orders (id, status, placed) values ('a', 'created', '2024-01-01')`);
});
afterAll(async () => {
  await Promise.all([house.close(), shop.drop(), api.close()]);
});

const environment = (): Record<string, string> => ({
  DATABASE_URL: house.database.url,
  RAPPORT_HOME: house.home,
  RAPPORT_SOURCES: house.sources.folder,
});

it('"rapport ingest" fetches without a folder; the secret comes from the environment or from a file of the home', async () => {
  const incremental = 'table: orders\ndelivery: delta\ncursor: { column: changed }';
  house.sources.write('by_env', ordersSource('postgres: { url: { env: SHOP_URL } }', incremental), ordersOf('by_env'));
  house.sources.write(
    'by_file',
    ordersSource('postgres: { url: { file: shop-url } }', incremental),
    ordersOf('by_file'),
  );
  const missing = await rapport(['ingest', 'by_env', '--json'], environment());
  expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('the environment variable SHOP_URL')]);
  mkdirSync(join(house.home, 'secrets'), { recursive: true });
  writeFileSync(join(house.home, 'secrets', 'shop-url'), `${shop.url}\n`, { mode: 0o600 });
  const [byEnv, byFile] = await Promise.all([
    rapport(['ingest', 'by_env', '--json'], { ...environment(), SHOP_URL: shop.url }),
    rapport(['ingest', 'by_file', '--json'], environment()),
  ]);
  for (const ran of [byEnv, byFile])
    expect([ran.code, lastLine(ran.stdout)]).toMatchObject([0, { feeds: [{ inserted: 1 }] }]);
  const anew = await rapport(['ingest', 'by_file', '--anew', '--json'], environment());
  expect([anew.code, lastLine(anew.stdout)]).toMatchObject([0, { state: 'unchanged' }]);
});

it('a schedule fetches: what passes is tried again, what lasts has failed at once, both are seen', async () => {
  house.sources.write(
    'timed',
    `schedule: { cron: '0 3 * * *' }
connection: { http: { url: '${api.url}', attempts: 1 } }
files: { orders: { file: orders.ndjson, request: { path: /orders }, columns: { id: text, person: text, status: text, placed: timestamptz, changed: timestamptz } } }
feeds: { orders: { from: orders } }
`,
    ordersOf('timed'),
  );
  const work = (now: string): Promise<WorkerSummary> =>
    runWorker({
      databaseUrl: house.database.url,
      home: house.home,
      deliveries: house.home,
      signal: new AbortController().signal,
      log: () => undefined,
      once: true,
      now: () => new Date(now),
      backOff: quickRetry,
      ...quick,
    });
  /** A worker that is to work once ends where all that is left is to be tried again in a moment. */
  const settle = async (now: string) => {
    const sum = { loaded: 0, retried: 0, failed: 0 };
    do {
      const { loaded, retried, failed } = await work(now);
      Object.assign(sum, { loaded: sum.loaded + loaded, retried: sum.retried + retried, failed: sum.failed + failed });
    } while ((await windowsOf(house.database, 'timed')).some((line) => line.startsWith('waiting')));
    return sum;
  };
  await work('2026-11-01T00:00:00Z');
  let stumbles = 2;
  api.behave = (_asked, response) => {
    if (stumbles-- > 0) response.writeHead(503).end();
    else answer(response, [apiOrder('t1')]);
  };
  expect(await settle('2026-11-02T00:00:00Z')).toEqual({ loaded: 1, retried: 2, failed: 0 });
  api.behave = (_asked, response) => void response.writeHead(401).end();
  expect(await settle('2026-11-03T00:00:00Z')).toEqual({ loaded: 0, retried: 0, failed: 1 });
  expect((await windowsOf(house.database, 'timed')).map((line) => line.replace(/ .*/, ''))).toEqual([
    'loaded',
    'failed',
  ]);
});
