import { fork } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  createReadStream,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { openEmbedded } from '@rapport/bin/postgres';
import { catchUpOn, ingest, type IngestReport } from '@rapport/etl';
import { ensureRollups } from '@rapport/model/metrics';
import { migrate, openPool } from '@rapport/model/schema';
import { realData, testServerUrl } from '../testkit/config.ts';
import { ordersAsked } from './sizes/orders.ts';

const GEOLOCATION = 'olist_geolocation_dataset.csv';

/** The yardstick: the same bytes by COPY into logged typed tables with primary keys, a generated one where a file has none. */
const yardstick: [file: string, table: string, columns: string, definition: string][] = [
  [GEOLOCATION, 'geolocation', 'zip, lat, lng, city, state', 'id bigint generated always as identity primary key, zip text, lat float8, lng float8, city text, state text'],
  ['olist_customers_dataset.csv', 'customers', 'id, person, zip, city, state', 'id text primary key, person text, zip text, city text, state text'],
  ['olist_order_items_dataset.csv', 'items', 'order_id, no, product, seller, ship_by, price, freight', 'order_id text, no int, product text, seller text, ship_by timestamp, price numeric(12,2), freight numeric(12,2), primary key (order_id, no)'],
  ['olist_order_payments_dataset.csv', 'payments', 'order_id, no, method, installments, amount', 'order_id text, no int, method text, installments int, amount numeric(12,2), primary key (order_id, no)'],
  ['olist_order_reviews_dataset.csv', 'reviews', 'review, order_id, score, title, message, invited, answered', 'id bigint generated always as identity primary key, review text, order_id text, score int, title text, message text, invited timestamp, answered timestamp'],
  ['olist_orders_dataset.csv', 'orders', 'id, customer, status, ordered, approved, handed, delivered, promised', 'id text primary key, customer text, status text, ordered timestamp, approved timestamp, handed timestamp, delivered timestamp, promised timestamp'],
  ['olist_products_dataset.csv', 'products', 'id, category, a, b, c, d, e, f, g', 'id text primary key, category text, a int, b int, c int, d int, e int, f int, g int'],
  ['olist_sellers_dataset.csv', 'sellers', 'id, zip, city, state', 'id text primary key, zip text, city text, state text'],
  ['product_category_name_translation.csv', 'names', 'code, label', 'code text primary key, label text'],
]; // prettier-ignore

const say = (line: string) => process.stdout.write(`${line}\n`);
const seconds = (since: number) => (performance.now() - since) / 1000;

async function copyEverything(url: string, directory: string): Promise<Map<string, number>> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const times = new Map<string, number>();
  await client.query('create schema yardstick');
  for (const [file, table, columns, definition] of yardstick) {
    await client.query(`create table yardstick.${table} (${definition})`);
    const began = performance.now();
    const copy = client.query(copyFrom(`copy yardstick.${table} (${columns}) from stdin with (format csv, header)`));
    await pipeline(createReadStream(join(directory, file)), copy);
    times.set(file, seconds(began));
  }
  await client.query('drop schema yardstick cascade; checkpoint');
  await client.end();
  return times;
}

async function measuredIngest(
  url: string,
  directory: string,
  home: string,
): Promise<{ report: IngestReport; peak: number; wall: number }> {
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage.rss())), 10);
  const began = performance.now();
  const report = await ingest({ databaseUrl: url, source: 'olist', from: directory, home });
  const wall = seconds(began);
  clearInterval(watch);
  return { report, peak: Math.max(peak, process.memoryUsage.rss()), wall };
}

/** What a command makes once the load is over: rollups beside those of orders, words, odd reviews, unusual figures. */
async function measuredAfter(url: string, home: string): Promise<number> {
  const began = performance.now();
  await catchUpOn(url, { home });
  return seconds(began);
}

/** A database of its own on the given server, dropped at the end. */
async function withDatabase<T>(serverUrl: string, work: (url: string) => Promise<T>): Promise<T> {
  const name = 'rapport_bench_ingest';
  const admin = openPool(serverUrl, { max: 1 });
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  await admin.query(`drop database if exists ${name} with (force)`);
  await admin.query(`create database ${name}`);
  try {
    await migrate(url.href);
    const pool = openPool(url.href, { max: 1 });
    await ensureRollups(pool);
    await pool.end();
    return await work(url.href);
  } finally {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
}

/** The same delivery, its geolocation file empty but for the header. */
function withoutGeolocation(directory: string): string {
  const made = mkdtempSync(join(tmpdir(), 'rapport-bench-files-'));
  for (const [file] of yardstick) {
    if (file === GEOLOCATION)
      writeFileSync(
        join(made, file),
        readFileSync(join(directory, file)).subarray(0, 110).toString().split('\n')[0] + '\n',
      );
    else symlinkSync(join(directory, file), join(made, file));
  }
  return made;
}

const ROUNDS = 3;
const total = (copied: Map<string, number>): number => [...copied.values()].reduce((sum, one) => sum + one, 0);
const middle = <T>(all: T[], by: (one: T) => number): T =>
  all.toSorted((a, b) => by(a) - by(b))[Math.floor(all.length / 2)] as T;

/** Load and yardstick take turns, for a server is slower while its log files are new; what counts is the median of each. */
async function bench(serverUrl: string, directory: string): Promise<boolean> {
  const home = mkdtempSync(join(tmpdir(), 'rapport-bench-home-'));
  const small = withoutGeolocation(directory);
  const rounds: { first: Measured; again: Measured; lean: Measured; after: number; copied: Map<string, number> }[] = [];
  for (let round = 1; round <= ROUNDS; round++) {
    // Ours goes first: what the yardstick leaves in this process's heap must not count as the loader's memory.
    const { first, again, after } = await withDatabase(serverUrl, async (url) => ({
      first: await measuredIngest(url, directory, home),
      again: await measuredIngest(url, directory, home),
      after: await measuredAfter(url, home),
    }));
    const copied = await withDatabase(serverUrl, (url) => copyEverything(url, directory));
    const lean = await withDatabase(serverUrl, (url) => measuredIngest(url, small, home));
    rounds.push({ first, again, lean, after, copied });
    say(`round ${round}: COPY ${total(copied).toFixed(2)} s, ingest ${first.wall.toFixed(2)} s`);
  }
  for (const made of [home, small]) rmSync(made, { recursive: true, force: true });
  const copied = middle(rounds, (round) => total(round.copied)).copied;
  const { first, again } = middle(rounds, (round) => round.first.wall);
  const peak = Math.max(...rounds.slice(0, 1).flatMap((round) => [round.first.peak, round.again.peak])) / 1e6;
  const { after } = middle(rounds, (round) => round.after);
  say(
    `made after the load, in none of the figures below: ${after.toFixed(2)} s (rollups beside those of orders, words, odd reviews, alarms)`,
  );
  return print(directory, copied, first, again, middle(rounds, (round) => round.lean.wall).lean, peak);
}

type Measured = Awaited<ReturnType<typeof measuredIngest>>;

function print(
  directory: string,
  copied: Map<string, number>,
  first: Measured,
  again: Measured,
  lean: Measured,
  peak: number,
): boolean {
  say('file                                       MB   records    COPY s   work s');
  for (const [file, time] of copied) {
    const records = first.report.feeds.find((feed) => feed.fileName === file && feed.home)?.read ?? 0;
    const work = first.report.files.find(({ name }) => name === file)?.seconds ?? 0;
    const size = (statSync(join(directory, file)).size / 1e6).toFixed(1);
    say(
      `${file.padEnd(38)} ${size.padStart(6)} ${String(records).padStart(9)} ${time.toFixed(2).padStart(9)} ${work.toFixed(2).padStart(8)}`,
    );
  }
  say('(work: landing, staging and merging of the file; files are worked on two at a time)');
  say(`stages: ${first.report.stages.map(({ stage, seconds: time }) => `${stage} ${time.toFixed(2)}`).join(' · ')}`);
  const all = total(copied);
  const rest = all - (copied.get(GEOLOCATION) ?? 0);
  say(
    `without geolocation: COPY ${rest.toFixed(2)} s, ingest ${lean.wall.toFixed(2)} s = ${(lean.wall / rest).toFixed(2)} ×`,
  );
  say(
    `total: COPY ${all.toFixed(2)} s, ingest ${first.wall.toFixed(2)} s = ${(first.wall / all).toFixed(2)} × (at most 3)`,
  );
  say(
    `again, nothing new: ${again.report.state} in ${again.wall.toFixed(2)} s (at most 3); peak memory of Node ${peak.toFixed(0)} MB (at most 300)`,
  );
  return first.wall / all <= 3 && again.wall <= 3 && again.report.state === 'unchanged' && peak <= 300;
}

async function main(): Promise<boolean> {
  const directory = realData('olist');
  if (!directory) {
    say('skipped: no real data');
    return true;
  }
  if (testServerUrl) return bench(testServerUrl, directory);
  const home = mkdtempSync(join(tmpdir(), 'rapport-bench-server-'));
  chmodSync(home, 0o711); // the server runs as nobody when started as root
  const server = await openEmbedded({ home });
  try {
    return await bench(server.urlOf('postgres'), directory);
  } finally {
    await server.leave();
    rmSync(home, { recursive: true, force: true });
  }
}

/** The second half of the measure, on the same machine right after: in a process of its own, whose memory is told apart. */
async function generatedShop(orders: number): Promise<boolean> {
  const [code] = await once(fork(join(import.meta.dirname, 'shop.ts'), [String(orders)]), 'exit');
  return code === 0;
}

/** Asked for with `--shop` or `--orders`; without a number it is the shop of the measure. */
const [option, ...rest] = process.argv.slice(2);
const [orders = 0] = ordersAsked(
  {
    usage: 'npm run bench -- ingest [--shop [1000000] | --orders 1000000]',
    least: 100,
    otherwise: [1_000_000],
    most: 1,
  },
  option === '--shop' ? rest : process.argv.slice(2),
);
const files = await main();
process.exitCode = (option === undefined || (await generatedShop(orders))) && files ? 0 : 1;
