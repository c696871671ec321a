import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { startApi, type RunningApi } from '@rapport/api';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { post, seededApi, type SeededApi } from './client.ts';
import { statementsOf } from './statements.ts';

let seeded: SeededApi;
let dashboardDir: string;
beforeAll(async () => {
  seeded = await seededApi();
  dashboardDir = await mkdtemp(join(tmpdir(), 'rapport-dist-'));
  await mkdir(join(dashboardDir, 'assets'));
  await writeFile(join(dashboardDir, 'index.html'), '<!doctype html><title>shell</title>');
  await writeFile(join(dashboardDir, 'assets', 'app-1a2b.js'), `// ${'x'.repeat(5000)}`);
  await writeFile(join(dashboardDir, 'assets', 'packed-5e6f.js'), '// as it is');
  await writeFile(join(dashboardDir, 'assets', 'packed-5e6f.js.br'), brotliCompressSync('// packed'));
  await writeFile(join(dashboardDir, '.env'), 'SECRET=1');
});
afterAll(async () => {
  await seeded.close();
  await rm(dashboardDir, { recursive: true });
});

const start = (options: Partial<Parameters<typeof startApi>[0]> = {}): Promise<RunningApi> =>
  startApi({ databaseUrl: seeded.database.url, port: 0, log: () => {}, ...options });
const shops = JSON.stringify({ query: '{ shops { code } }' });
const headers = (): Record<string, string> => ({ authorization: `Bearer ${seeded.keys.analyst}` });

test('the dashboard: assets for ever, its page for every path, nothing beside them', async () => {
  const api = await start({ dashboardDir });
  const get = (path: string): Promise<Response> => fetch(new URL(path, api.url));
  const asset = await get('/assets/app-1a2b.js');
  expect(asset.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(asset.headers.get('content-encoding')).toMatch(/br|gzip|zstd/);
  const packed = await fetch(new URL('/assets/packed-5e6f.js', api.url), {
    headers: { 'accept-encoding': 'gzip, br' },
  });
  expect(packed.headers.get('content-encoding')).toBe('br');
  expect(packed.headers.get('content-type')).toContain('javascript');
  expect(packed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  expect(packed.headers.get('vary')).toMatch(/accept-encoding/i);
  expect(await packed.text()).toBe('// packed');
  const plain = await fetch(new URL('/assets/packed-5e6f.js', api.url), { headers: { 'accept-encoding': 'identity' } });
  expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, '// as it is']);
  for (const path of ['/', '/delivery?from=2018-01-01', '/sign-in', '/sign-in?link=expired', '/orders/x.y']) {
    const page = await get(path);
    expect(page.status).toBe(200);
    expect(page.headers.get('cache-control')).toBe('no-cache');
    expect(await page.text()).toContain('<title>shell</title>');
  }
  for (const path of ['/.env', '/..%2f..%2fpackage.json', '/assets/..%2f.env', '/assets/none.js']) {
    expect(await (await get(path)).text()).not.toMatch(/SECRET|"name"/);
  }
  expect((await get('/assets/none.js')).status).toBe(404);
  // Built anew under a running server: the new page finds its new assets.
  await writeFile(join(dashboardDir, 'assets', 'later-3c4d.js'), '// later');
  expect(await (await get('/assets/later-3c4d.js')).text()).toBe('// later');
  await api.close();
});

test('a name that no operation of the document has is said so, each time', async () => {
  const api = await start();
  for (const query of ['{ shops { code } }', 'query Shops { shops { code } }'])
    for (const _ of ['once', 'and again', 'and again']) {
      const reply = await post(api.url, JSON.stringify({ query, operationName: 'Other' }), headers());
      expect(reply.data).toBeNull();
      expect(reply.errors).toMatchObject([
        { message: 'Unknown operation named "Other".', extensions: { code: 'OPERATION_RESOLUTION_FAILURE' } },
      ]);
    }
  await api.close();
});

test('a thousand who ask for one figure, as many at once as a port queues, cause one computation', async () => {
  const api = await start();
  const body = JSON.stringify({
    query:
      '{ metrics(metrics: [GMV], period: {from: "2025-01-01", to: "2025-02-01"}) { series { points { value } } } }',
  });
  const statements = await statementsOf(async () => {
    const atOnce = () => Promise.all(Array.from({ length: 250 }, () => post(api.url, body, headers())));
    const replies = [...(await atOnce()), ...(await atOnce()), ...(await atOnce()), ...(await atOnce())];
    expect(new Set(replies.map(({ status, data }) => `${status} ${JSON.stringify(data)}`)).size).toBe(1);
    expect(replies[0]!.errors).toEqual([]);
  });
  const read = statements.filter((statement) => statement.includes('mart.'));
  expect(read.filter((statement) => !statement.startsWith('explain'))).toHaveLength(1);
  expect(read.length).toBeLessThanOrEqual(2);
  await api.close();
});

test('a new state of the data is answered at once, never from memory', async () => {
  const api = await start();
  const query = JSON.stringify({
    query:
      '{ metrics(metrics: [ORDERS], period: {from: "2025-01-01", to: "2025-12-31"}) { dataVersion series { points { value } } } }',
  });
  const first = await post<{ metrics: { dataVersion: string } }>(api.url, query, headers());
  await seeded.database.pool.query('update ops.data_version set version = version + 1');
  const second = await post<{ metrics: { dataVersion: string } }>(api.url, query, headers());
  expect(Number(second.data!.metrics.dataVersion)).toBe(Number(first.data!.metrics.dataVersion) + 1);
  await api.close();
});

test('closing answers what has begun', async () => {
  const api = await start();
  const holder = await seeded.database.pool.connect();
  await holder.query('begin');
  await holder.query('lock table core.shops in access exclusive mode');
  const begun = post(api.url, shops, headers());
  await new Promise((resolve) => setTimeout(resolve, 200));
  const closed = api.close();
  await new Promise((resolve) => setTimeout(resolve, 100));
  await holder.query('commit');
  holder.release();
  expect((await begun).data).toEqual({ shops: [{ code: 'seed' }] });
  await closed;
  await expect(fetch(new URL('/livez', api.url))).rejects.toThrow('fetch failed');
});

test('more clients than connections wait their turn', async () => {
  const api = await start({ poolSize: 2 });
  const body = JSON.stringify({
    query:
      '{ orders { nodes { id customer { id } } } metrics(metrics: [CUSTOMERS], period: {from: "2025-01-01", to: "2025-02-01"}) { asOf } }',
  });
  const replies = await Promise.all(Array.from({ length: 40 }, () => post(api.url, body, headers())));
  expect(new Set(replies.map(({ status }) => status))).toEqual(new Set([200]));
  await api.close();
});

test('without a database the process lives, is not ready, and says so', async () => {
  const api = await start({ databaseUrl: 'postgres://nobody@127.0.0.1:1/nothing' });
  expect((await fetch(new URL('/livez', api.url))).status).toBe(200);
  const ready = await fetch(new URL('/readyz', api.url));
  expect(ready.status).toBe(503);
  expect(await ready.json()).toEqual({ status: 'database_unavailable' });
  const reply = await post(api.url, shops, headers());
  expect(reply.status).toBe(503);
  expect(reply.errors[0]?.extensions.code).toBe('DATABASE_UNAVAILABLE');
  expect(reply.text).not.toMatch(/127\.0\.0\.1|nobody|ECONN/);
  await api.close();
});

test('connections the database drops in the middle of answers cost those answers, not the process', async () => {
  const api = await start();
  const holder = await seeded.database.pool.connect();
  await holder.query('begin');
  await holder.query('lock table core.shops in access exclusive mode');
  const begun = post(api.url, shops, headers());
  await new Promise((resolve) => setTimeout(resolve, 200));
  await holder.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'rapport api' and datname = current_database()`,
  );
  await holder.query('commit');
  holder.release();
  const reply = await begun;
  expect(reply.status).toBe(503);
  expect(reply.errors[0]?.extensions.code).toBe('DATABASE_UNAVAILABLE');
  expect((await post(api.url, shops, headers())).data).toEqual({ shops: [{ code: 'seed' }] });
  await api.close();
});

test('a port that is taken, and options that make no sense, are said in a sentence', async () => {
  const api = await start();
  const port = Number(new URL(api.url).port);
  await expect(start({ port })).rejects.toThrow(`Port ${port} on 127.0.0.1 is taken.`);
  await expect(start({ port: -1, databaseUrl: 'x' })).rejects.toThrow(/databaseUrl[^]*port/);
  await api.close();
});
