// npm run bench -- export [--orders 1000000] [--formats csv,ndjson,parquet,xlsx] [--pages 500] [--database name]: orders made in SQL, each
// exported from an API in a process of its own, as a client would have it: started, watched, fetched. Tells rows a second and how far the
// process's memory rose; then the first pages of the same list are read one by one and held against the file. Exit code 1 where a bar is
// missed: CSV at 100,000 rows/s, 100 MB, every cell the same.
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { createApiKey } from '@rapport/api';
import { openEmbedded } from '@rapport/bin/postgres';
import { ensureRollups } from '@rapport/model/metrics';
import { migrate, openPool } from '@rapport/model/schema';
import { testServerUrl } from '../testkit/config.ts';
import { assertSameAsPages } from './export/pages.ts';
import { ask, DOCUMENT, exported, type Client } from './export/client.ts';
import { fillOrders } from './metrics/orders.ts';

const { values: options } = parseArgs({
  options: {
    orders: { type: 'string', default: '1000000' },
    formats: { type: 'string', default: 'csv,ndjson,parquet,xlsx' },
    pages: { type: 'string', default: '500' },
    /** Kept afterwards; filled only where it is not there yet. */
    database: { type: 'string' },
  },
});
const ORDERS = Number(options.orders);
const NAME = options.database ?? `rapport_bench_export_${ORDERS}`;
const ROWS_PER_SECOND = 100_000;
const MOST_MB = 100;
const WARM_UP = 3;

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const missed: string[] = [];
function bar(held: boolean, line: string): void {
  say(`${held ? '  ok  ' : 'MISSED'} ${line}`);
  if (!held) missed.push(line);
}

/** An order of core for each of the journey: the list reads both. */
const inCore = `insert into core.orders (customer_id, id, shop, external_id, status, ordered_at, ordered_on, currency, file_time, file_id, record_no, row_hash)
  select customer_id, order_id, shop, 'o' || row_number() over (), status, ordered_at, ordered_on, currency, now(), '00000000-0000-0000-0000-00000000be2c', 1, 1
  from journey.order_journey on conflict do nothing`;

async function fill(url: string): Promise<void> {
  await migrate(url);
  const pool = openPool(url, { max: 3 });
  await ensureRollups(pool);
  await fillOrders(pool, ORDERS, ['orders']);
  await pool.query(inCore);
  await pool.query('vacuum analyze core.orders');
  await pool.end();
}

async function database(serverUrl: string): Promise<{ url: string; drop(): Promise<void> }> {
  const admin = openPool(serverUrl, { max: 1 });
  const url = new URL(serverUrl);
  url.pathname = `/${NAME}`;
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [NAME]);
  if (!rowCount) {
    await admin.query(`create database ${NAME}`);
    await fill(url.href);
  }
  return {
    url: url.href,
    drop: async () => {
      if (options.database === undefined) await admin.query(`drop database if exists ${NAME} with (force)`);
      await admin.end();
    },
  };
}

interface Memory {
  before: number;
  highest: number;
  cpuSeconds: number;
}

async function told(child: ChildProcess): Promise<Memory> {
  const heard = once(child, 'message') as Promise<[Memory]>;
  child.send('told');
  return (await heard)[0];
}

async function measure(child: ChildProcess, client: Client, format: string, out: string): Promise<void> {
  for (let n = 0; n < WARM_UP; n += 1)
    await exported(client, format, { orderedFrom: '2022-01-01', orderedTo: '2022-01-03' });
  child.send('watch');
  const made = await exported(client, format, {});
  const { before, highest, cpuSeconds } = await told(child);
  const rise = (highest - before) / 1e6;
  const perSecond = Math.round(made.rows / made.seconds);
  const size = (made.bytes / 1e6).toFixed(0);
  say(
    `${format}: ${made.rows} rows, ${size} MB in ${made.seconds.toFixed(1)} s; ${cpuSeconds.toFixed(1)} s of processor in the API, ${Math.round(made.rows / cpuSeconds)} rows for each`,
  );
  bar(
    rise <= MOST_MB,
    `${format}: memory rose by ${rise.toFixed(0)} MB from ${(before / 1e6).toFixed(0)} (at most ${MOST_MB})`,
  );
  if (format !== 'csv') return say(`       ${format}: ${perSecond} rows/s`);
  bar(perSecond >= ROWS_PER_SECOND, `${format}: ${perSecond} rows/s (at least ${ROWS_PER_SECOND})`);
  bar(made.rows === ORDERS, `${format}: ${made.rows} of ${ORDERS} rows`);
  const response = await fetch(new URL(made.downloadUrl, client.url), { headers: client.headers });
  await pipeline(Readable.fromWeb(response.body as never), createWriteStream(out));
  const same = await assertSameAsPages(client, out, Number(options.pages));
  bar(
    same.differences.length === 0,
    `${same.rows} rows are what ${same.pages} pages say${same.differences.map((line) => `\n         ${line}`).join('')}`,
  );
}

async function bench(): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'rapport-bench-export-'));
  const server = testServerUrl === undefined ? await openEmbedded({ home: join(folder, 'server') }) : null;
  const { url, drop } = await database(testServerUrl ?? server!.urlOf('postgres'));
  try {
    const pool = openPool(url, { max: 1 });
    const { key } = await createApiKey(pool, { role: 'analyst', label: 'bench' });
    await pool.end();
    const child = fork(join(import.meta.dirname, 'export', 'server-process.ts'), [url, join(folder, 'files')], {
      execArgv: ['--import', '@oxc-node/core/register'],
    });
    const [{ url: api }] = (await once(child, 'message')) as [{ url: string }];
    const client: Client = { url: api, headers: { authorization: `Bearer ${key}` } };
    await ask(client, DOCUMENT, { first: 1 });
    for (const format of options.formats.split(',')) await measure(child, client, format, join(folder, 'orders.csv'));
    const gone = once(child, 'exit');
    child.send('stop');
    await gone;
  } finally {
    await drop();
    await server?.leave();
    rmSync(folder, { recursive: true, force: true });
  }
}

await bench();
say(missed.length === 0 ? 'Every bar is held.' : `Missed: ${missed.length}`);
process.exitCode = missed.length === 0 ? 0 : 1;
