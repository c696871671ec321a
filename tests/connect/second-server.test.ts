import { readFileSync } from 'node:fs';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { connect, createServer, type AddressInfo, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openEmbedded, throwawaySettings, type EmbeddedServer } from '@rapport/bin/postgres';
import { ConnectedHouse, ordersOf, ordersSource, ordersTable } from './connected-shop.ts';

let house: ConnectedHouse;
let place: string;
let server: EmbeddedServer;
const fill = 'table: orders\ndelivery: delta\ncursor: { column: changed, lag: 0 seconds }';

const start = (): Promise<EmbeddedServer> => openEmbedded({ home: place, settings: throwawaySettings });

beforeAll(async () => {
  place = await mkdtemp(join(tmpdir(), 'rapport-second-'));
  await chmod(place, 0o711); // the server runs as nobody when the tests run as root
  [house, server] = await Promise.all([ConnectedHouse.open(), start()]);
  house.secrets.set('SHOP_URL', server.url);
  await there(
    `${ordersTable}; insert into orders (id, status, placed) select 'o' || n, 'created', '2024-01-01' from generate_series(1, 3000) n`,
  );
});
afterAll(async () => {
  await server.leave();
  await Promise.all([house.close(), rm(place, { recursive: true, force: true })]);
});

async function there(sql: string): Promise<pg.QueryResult> {
  const client = new pg.Client({ connectionString: server.url });
  await client.connect();
  return client.query(sql).finally(() => client.end());
}

function declare(name: string, connection = 'postgres: { url: { env: SHOP_URL } }', how = fill): void {
  house.sources.write(name, ordersSource(connection, how), ordersOf(name));
}

/** A query that is under way for long enough to be disturbed. */
const slowly = 'query: select *, pg_sleep(0.002) from orders';

async function reading(): Promise<number> {
  for (;;) {
    const { rows } = await there(
      `select pid from pg_stat_activity where application_name like 'rapport source %' and query like 'copy%'`,
    );
    const [row] = rows as { pid: number }[];
    if (row) return row.pid;
    await sleep(20);
  }
}

it('a wrong password is for a person to mend, and is not told', async () => {
  const { hostname, port, username, pathname } = new URL(server.url);
  house.secrets.set('WRONG', 'guessed');
  declare(
    'wrong',
    `postgres: { server: { host: ${hostname}, port: ${port}, user: ${username}, database: ${pathname.slice(1)}, password: { env: WRONG }, tls: off } }`,
  );
  const error = await house.refusal('wrong');
  expect(error.code).toBe('connection_refused');
  expect(error.message).not.toContain('guessed');
  declare(
    'tls',
    `postgres: { server: { host: ${hostname}, port: ${port}, user: ${username}, database: ${pathname.slice(1)}, password: { env: WRONG } } }`,
  );
  expect((await house.refusal('tls')).code).toBe('connection_refused'); // it has no TLS, and none is not taken for some
});

it('a backend that ends in the middle of COPY costs the run, nothing else', async () => {
  declare('ended', undefined, slowly);
  const failing = house.refusal('ended');
  await there(`select pg_terminate_backend(${await reading()})`);
  expect((await failing).code).toBe('connection_lost');
  expect(await house.rows('select from core.orders where shop = $1', ['ended'])).toHaveLength(0);
  declare('ended', undefined, fill);
  expect((await house.load('ended')).feeds[0]).toMatchObject({ inserted: 3000 });
});

it('a link that is cut in the middle is a trouble that passes', async () => {
  const { port } = new URL(server.url);
  let bytes = 0;
  const proxy: Server = createServer((client) => {
    const upstream = connect(Number(port), '127.0.0.1');
    client.pipe(upstream);
    upstream.on('data', (chunk) => {
      bytes += chunk.length;
      if (bytes < 60_000) client.write(chunk);
      else client.destroy();
    });
    for (const side of [client, upstream]) side.on('error', () => undefined);
    client.on('close', () => upstream.destroy());
  });
  await new Promise<void>((ready) => proxy.listen(0, '127.0.0.1', ready));
  const through = new URL(server.url);
  through.port = String((proxy.address() as AddressInfo).port);
  house.secrets.set('CUT', through.href);
  declare('cut', 'postgres: { url: { env: CUT } }');
  expect((await house.refusal('cut')).code).toBe('connection_lost');
  await new Promise((closed) => proxy.close(closed));
  expect((await house.refusal('cut')).code).toBe('connection_unreachable');
});

it('a server killed with kill -9 in the middle, recovering, gone and back: nothing is lost, nothing comes twice', async () => {
  declare('crash', undefined, fill);
  await house.load('crash');
  const position = await house.rows('select position from ops.cursors where source = $1', ['crash']);
  declare('crash_slow', undefined, slowly);
  const failing = house.refusal('crash_slow');
  process.kill(await reading(), 'SIGKILL');
  expect((await failing).code).toBe('connection_lost');
  const [postmaster] = readFileSync(join(server.dataDirectory, 'postmaster.pid'), 'utf8').split('\n');
  process.kill(Number(postmaster), 'SIGQUIT'); // no goodbye, nothing written: the next start recovers
  await server.leave();
  for (;;) {
    const { code } = await house.refusal('crash').catch(() => ({ code: 'went through' }));
    if (code === 'connection_unreachable') break;
    expect(['connection_lost', 'went through']).toContain(code);
    await sleep(100);
  }
  server = await start();
  house.secrets.set('SHOP_URL', server.url);
  await there(`insert into orders (id, status, placed) values ('after', 'created', '2024-01-01')`);
  expect((await house.load('crash')).feeds[0]).toMatchObject({ inserted: 1 });
  expect(await house.rows('select count(*)::int as n from core.orders where shop = $1', ['crash'])).toEqual([
    { n: 3001 },
  ]);
  expect(await house.rows('select position from ops.cursors where source = $1', ['crash'])).not.toEqual(position);
});
