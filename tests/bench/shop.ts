import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  closeSync,
  createReadStream,
  createWriteStream,
  mkdtempSync,
  openSync,
  readdirSync,
  readSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { parse as parseCsv } from 'csv-parse';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { openEmbedded } from '@rapport/bin/postgres';
import { ingestTogether } from '@rapport/etl';
import { demoSources, generateShop } from '@rapport/etl/demo';
import { ensureRollups } from '@rapport/model/metrics';
import { migrate, openPool } from '@rapport/model/schema';
import { ordersAsked } from './sizes/orders.ts';

/** A second one is the folder into which the shop is only to be written: this program starts itself so. */
const [, , first = '', into = ''] = process.argv;
const isWriter = into !== '' && !first.startsWith('-');
const [ORDERS = 0] = ordersAsked(
  { usage: 'npm run bench -- shop [--orders 1000000]', least: 100, otherwise: [1_000_000], most: 1 },
  isWriter ? [first] : undefined,
);
/** Ours may take three times what COPY takes. */
const MOST_TIMES = 3.03;
const MOST_MEMORY = 300e6;

const say = (line: string) => process.stdout.write(`${line}\n`);
const seconds = (since: number) => (performance.now() - since) / 1000;

interface Export {
  path: string;
  /** As in the file's first line; null: a document a line. */
  columns: string[] | null;
}

function headerOf(path: string): string[] {
  const start = Buffer.alloc(4096);
  const file = openSync(path, 'r');
  const read = readSync(file, start);
  closeSync(file);
  const [line = ''] = start
    .subarray(0, read)
    .toString()
    .replace(/^\uFEFF/, '')
    .split(/\r?\n/);
  return line.split(',');
}

const filesIn = (directory: string): Export[] =>
  demoSources.flatMap((source) =>
    readdirSync(join(directory, source)).map((name) => {
      const path = join(directory, source, name);
      return { path, columns: extname(name) === '.csv' ? headerOf(path) : null };
    }),
  );

/** COPY takes no torn line, and the shop has some on purpose: they are left out beforehand. */
async function withoutTornLines(files: readonly Export[]): Promise<void> {
  for (const { path, columns } of files) {
    if (!columns) continue;
    const whole = `${path}.whole`;
    const records = parseCsv({ raw: true, relax_column_count: true, relax_quotes: true, encoding: 'latin1' });
    const keep = new Transform({
      writableObjectMode: true,
      transform: ({ raw, record }: { raw: string; record: string[] }, _, done) =>
        done(null, record.length === columns.length ? Buffer.from(raw, 'latin1') : undefined),
    });
    await pipeline(createReadStream(path), records, keep, createWriteStream(whole));
    renameSync(whole, path);
  }
}

/**
 * The yardstick: the same bytes by COPY into logged tables with generated primary keys. Every column as text and in a database
 * that looks at no encoding, for some values are wrong on purpose: cheaper than any load could be.
 */
async function copyEverything(url: string, files: readonly Export[]): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  let spent = 0;
  try {
    for (const [no, { path, columns }] of files.entries()) {
      const names = (columns ?? ['line']).map((name) => `"${name}"`);
      await client.query(
        `create table file_${no} (row_no bigint generated always as identity primary key, ${names.map((name) => `${name} text`).join(', ')})`,
      );
      const format = columns
        ? `format csv, header, encoding 'sql_ascii'`
        : `format csv, encoding 'sql_ascii', quote e'\\x01', delimiter e'\\x02'`;
      const began = performance.now();
      const copy = client.query(copyFrom(`copy file_${no} (${names.join(', ')}) from stdin with (${format})`));
      const file = createReadStream(path);
      await (extname(path) === '.gz' ? pipeline(file, createGunzip(), copy) : pipeline(file, copy));
      spent += seconds(began);
    }
  } finally {
    await client.end();
  }
  return spent;
}

interface Loaded {
  wall: number;
  /** The largest of Node. */
  peak: number;
}

async function load(url: string, directory: string, home: string): Promise<Loaded> {
  await migrate(url);
  const pool = openPool(url, { max: 1 });
  await ensureRollups(pool);
  await pool.end();
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 10);
  const began = performance.now();
  let since = began;
  const told = (what: string, stages: string) => {
    const spent = seconds(since).toFixed(1).padStart(7);
    say(`  ${what.padEnd(16)} ${spent} s  peak ${(peak / 1e6).toFixed(0)} MB  ${stages}`);
    since = performance.now();
  };
  const deliveries = demoSources.map((source) => ({ source, from: join(directory, source) }));
  await ingestTogether(deliveries, {
    databaseUrl: url,
    home,
    onLoaded: ({ source, stages }) =>
      told(source, stages.map((one) => `${one.stage} ${one.seconds.toFixed(1)}`).join(' · ')),
  });
  told('journeys', '');
  const wall = seconds(began);
  clearInterval(watch);
  return { wall, peak };
}

async function withDatabase<T>(serverUrl: string, how: string, work: (url: string) => Promise<T>): Promise<T> {
  const admin = openPool(serverUrl, { max: 1 });
  const url = new URL(serverUrl);
  url.pathname = '/rapport_bench_shop';
  await admin.query(`create database rapport_bench_shop ${how}`);
  try {
    return await work(url.href);
  } finally {
    await admin.query('drop database if exists rapport_bench_shop with (force)');
    await admin.end();
  }
}

/** In a process of its own: what the generator leaves in the heap must not count as the loader's memory. */
async function makeElsewhere(directory: string): Promise<void> {
  const [code] = await once(fork(import.meta.filename, [String(ORDERS), directory]), 'exit');
  if (code !== 0) throw new Error(`The generator ended with ${code}.`);
}

/** The generated shop, every feed of it, against COPY of the same files. */
async function bench(serverUrl: string, home: string): Promise<boolean> {
  const directory = join(home, 'shop');
  await makeElsewhere(directory);
  const files = filesIn(directory);
  const bytes = files.map(({ path }) => statSync(path).size);
  const sum = bytes.reduce((all, one) => all + one, 0);
  say(
    `${ORDERS.toLocaleString('en')} orders: ${files.length} files, ${(sum / 1e6).toFixed(0)} MB, the largest ${(Math.max(...bytes) / 1e6).toFixed(0)} MB`,
  );
  const loaded = await withDatabase(serverUrl, '', (url) => load(url, directory, join(home, 'house')));
  await withoutTornLines(files);
  const bare = `template template0 encoding sql_ascii locale_provider libc locale 'C'`;
  const copied = await withDatabase(serverUrl, bare, (url) => copyEverything(url, files));
  const times = loaded.wall / copied;
  say(
    `COPY ${copied.toFixed(1)} s, ingest ${loaded.wall.toFixed(1)} s = ${times.toFixed(2)} × (at most ${MOST_TIMES}); peak memory of Node ${(loaded.peak / 1e6).toFixed(0)} MB (at most ${MOST_MEMORY / 1e6})`,
  );
  return times <= MOST_TIMES && loaded.peak <= MOST_MEMORY;
}

async function main(): Promise<boolean> {
  const home = mkdtempSync(join(tmpdir(), 'rapport-bench-shop-'));
  chmodSync(home, 0o711); // the server runs as nobody when started as root
  const server = await openEmbedded({ home });
  try {
    return await bench(server.urlOf('postgres'), home);
  } finally {
    await server.leave();
    rmSync(home, { recursive: true, force: true });
  }
}

if (isWriter) await generateShop({ orders: ORDERS, out: into });
else process.exitCode = (await main()) ? 0 : 1;
