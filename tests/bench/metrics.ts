import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { createApiKey } from '@rapport/api';
import { openEmbedded } from '@rapport/bin/postgres';
import { ensureRollups, known } from '@rapport/model/metrics';
import { migrate, openPool } from '@rapport/model/schema';
import { Asker, quantile } from './metrics/asking.ts';
import {
  compareAll,
  crowd,
  measure,
  rivalQuestions,
  rivalStatements,
  type Against,
  type Measured,
} from './metrics/measure.ts';
import { fillOrders } from './metrics/orders.ts';
import { rangesOf, servedByRollups, type Served } from './metrics/questions.ts';
import { Duck } from './metrics/rivals.ts';
import { growthOf, summary } from './metrics/summary.ts';

const { values: options } = parseArgs({
  options: {
    orders: { type: 'string', default: '1000000' },
    ranges: { type: 'string', default: '200' },
    only: { type: 'string' },
    keep: { type: 'string' },
    fill: { type: 'boolean', default: false },
  },
});
const ORDERS = Number(options.orders);
/** Fewer than 200 are for trying; --only A,B looks at these metrics; --keep FOLDER leaves the shops there for the next run; --fill makes them and asks nothing. */
const RANGES = Number(options.ranges);
if (!Number.isSafeInteger(ORDERS) || ORDERS < 10_000)
  throw new Error('--orders takes a whole number of 10,000 or more.');

const MOST_MS = { usual: 15, dear: 50, api: 60, cached: 10 };
const MOST_GROWTH = 1.3;
const LEAST_PLAIN = 50;
const USERS = 50;
/** The smaller shop is asked as many of the same questions as its middle needs. */
const SMALL_RANGES = Math.min(RANGES, 50);
/** Plain SQL over so many orders takes seconds: a metric is then asked by the whole shop or by a cut, in turn. */
const MANY_ORDERS = 5_000_000;
const dear = new Set(['PERCENTILE', 'RETENTION', 'DEPTH', 'SURVIVAL']);

const say = (line: string) => process.stdout.write(`${line}\n`);
const seconds = (since: number) => ((performance.now() - since) / 1000).toFixed(0);
const ms = (value: number) => `${value.toFixed(1)} ms`;
const missed: string[] = [];
function bar(held: boolean, line: string): void {
  say(`${held ? '  ok  ' : 'MISSED'} ${line}`);
  if (!held) missed.push(line);
}

interface Shop {
  url: string;
  pool: pg.Pool;
  key: string;
  close(): Promise<void>;
}

/** Under another name until it is whole: a fill that was ended is no shop. */
async function make(admin: pg.Pool, name: string, url: string, orders: number): Promise<void> {
  const unfinished = new URL(url);
  unfinished.pathname = `/${name}_unfinished`;
  await admin.query(`drop database if exists ${name}_unfinished`);
  await admin.query(`create database ${name}_unfinished`);
  await migrate(unfinished.href);
  const pool = openPool(unfinished.href, { max: 2 });
  let began = performance.now();
  await fillOrders(pool, orders, Object.keys(known));
  const filled = seconds(began);
  began = performance.now();
  await ensureRollups(pool);
  await pool.query('vacuum analyze');
  await pool.query('checkpoint');
  await pool.end();
  await admin.query(`alter database ${name}_unfinished rename to ${name}`);
  say(`${orders.toLocaleString('en')} orders made in ${filled} s, their rollups built in ${seconds(began)} s`);
}

async function shopOf(serverUrl: string, orders: number): Promise<Shop> {
  const admin = openPool(serverUrl, { max: 1 });
  const name = `rapport_bench_metrics_${orders}`;
  const kept = await admin.query('select from pg_database where datname = $1', [name]);
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  if (!kept.rowCount) await make(admin, name, url.href, orders);
  const pool = openPool(url.href, { max: 2 });
  await migrate(url.href);
  await ensureRollups(pool);
  const { rows } = await pool.query<{ facts: string; rollups: string; kept: number }>(
    `select pg_size_pretty(pg_total_relation_size('journey.order_journey')) as facts, pg_size_pretty(sum(pg_total_relation_size(c.oid))) as rollups, sum(greatest(c.reltuples, 0))::float8 as kept
     from pg_class c where c.relnamespace = 'mart'::regnamespace and c.relkind = 'r'`,
  );
  const size = rows[0];
  say(
    `${orders.toLocaleString('en')} orders (${size?.facts}), rollups ${size?.rollups} in ${size?.kept.toLocaleString('en')} rows`,
  );
  const { key } = await createApiKey(pool, { role: 'analyst', label: 'bench' });
  return {
    url: url.href,
    pool,
    key,
    close: async () => {
      await pool.end();
      await admin.end();
    },
  };
}

async function measureAll(shop: Shop, listed: readonly Served[] | null, ranges: number): Promise<Measured[]> {
  const asker = await Asker.open(shop.url, shop.key, 0);
  try {
    const told = listed
      ? { served: listed, others: 0, empty: 0 }
      : await servedByRollups(asker, options.only?.split(',') ?? null);
    if (!listed)
      say(
        `${told.served.length} metrics of these orders are served by rollups; ${told.empty} have no rows here, ${told.others} are answered from facts`,
      );
    const measured: Measured[] = [];
    for (const each of told.served) measured.push(await measure(asker, each, ranges));
    return measured;
  } finally {
    await asker.close();
  }
}

function tellTimes(measured: readonly Measured[], small: ReadonlyMap<string, Measured>): void {
  say(`\n${'metric'.padEnd(36)} ${'kind'.padEnd(12)} db p50   db p95   API p95  growth`);
  for (const each of measured) {
    const grown = growthOf(each, small.get(each.metric));
    say(
      `${each.metric.padEnd(36)} ${each.kind.padEnd(12)} ${quantile(each.database, 0.5).toFixed(1).padStart(6)} ${each.databaseP95.toFixed(1).padStart(8)} ${each.apiP95.toFixed(1).padStart(8)} ${grown.toFixed(2).padStart(8)}`,
    );
  }
  for (const [kinds, most, own] of [
    ['counts, sums, ratios and distinct customers', MOST_MS.usual, measured.filter(({ kind }) => !dear.has(kind))],
    ['percentiles and cohorts', MOST_MS.dear, measured.filter(({ kind }) => dear.has(kind))],
  ] as const) {
    const worst = own.toSorted((a, b) => b.databaseP95 - a.databaseP95)[0];
    if (worst)
      bar(
        worst.databaseP95 <= most,
        `${kinds}: database p95 of the slowest (${worst.metric}) ${ms(worst.databaseP95)}, at most ${most}`,
      );
  }
  const api = quantile(
    measured.flatMap(({ answers }) => answers),
    0.95,
  );
  bar(api <= MOST_MS.api, `API p95 uncached, ${RANGES} ranges a metric: ${ms(api)}, at most ${MOST_MS.api}`);
  const growth = measured.map((each) => ({
    ...each,
    grown: growthOf(each, small.get(each.metric)),
  }));
  const most = growth.toSorted((a, b) => b.grown - a.grown)[0];
  bar(
    growth.every(({ grown }) => grown <= MOST_GROWTH),
    `ten times the facts: database p50 ${quantile(
      growth.map(({ grown }) => grown),
      0.5,
    ).toFixed(2)} × (median), ${most?.grown.toFixed(2)} × (${most?.metric}), at most ${MOST_GROWTH} ×`,
  );
}

function tellRivals(against: readonly Against[]): void {
  say(`\n${'metric'.padEnd(36)} × plain SQL  × DuckDB`);
  for (const { metric, plain, duck } of against)
    say(`${metric.padEnd(36)} ${plain.toFixed(0).padStart(11)} ${(duck ?? Number.NaN).toFixed(1).padStart(9)}`);
  const plain = quantile(
    against.map((each) => each.plain),
    0.5,
  );
  const ducks = quantile(
    against.flatMap((each) => each.duck ?? []),
    0.5,
  );
  bar(
    plain >= LEAST_PLAIN,
    `the same figures by plain SQL over facts: median ${plain.toFixed(0)} × as long, at least ${LEAST_PLAIN}`,
  );
  bar(ducks > 1, `by DuckDB over the same facts in memory: median ${ducks.toFixed(1)} × as long, more than 1`);
}

async function bench(serverUrl: string, folder: string): Promise<void> {
  say(
    `${cpus()[0]?.model ?? 'unknown processor'}, ${availableParallelism()} cores, ${(totalmem() / 2 ** 30).toFixed(0)} GB; ${RANGES} ranges a metric`,
  );
  const small = await shopOf(serverUrl, ORDERS / 10);
  const large = await shopOf(serverUrl, ORDERS);
  try {
    if (options.fill) return;
    let began = performance.now();
    const measured = await measureAll(large, null, RANGES);
    const before = new Map((await measureAll(small, measured, SMALL_RANGES)).map((each) => [each.metric, each]));
    say(`asked in ${seconds(began)} s`);
    tellTimes(measured, before);

    const cached = await Asker.open(large.url, large.key, 64);
    const asked = measured.flatMap((each) => [...rangesOf(each, 3)]);
    const took = await crowd(cached, asked, USERS, 20);
    await cached.close();
    bar(
      quantile(took, 0.95) <= MOST_MS.cached,
      `API p95 cached, ${USERS} users asking once a second: ${ms(quantile(took, 0.95))}, at most ${MOST_MS.cached}`,
    );

    began = performance.now();
    const questions = rivalQuestions(measured, ORDERS >= MANY_ORDERS);
    const { duck, bytes } = await Duck.over(large.pool, folder, rivalStatements(questions));
    say(`\nDuckDB holds the same facts (${(bytes / 1e9).toFixed(1)} GB of CSV), loaded in ${seconds(began)} s`);
    const asker = await Asker.open(large.url, large.key, 0);
    began = performance.now();
    const against = await compareAll(asker, large.pool, duck, questions);
    await asker.close();
    duck.close();
    tellRivals(against);
    say(`${questions.length} questions three ways in ${seconds(began)} s\n`);
    summary(measured, before, against).forEach(say);
    say('');
  } finally {
    await large.close();
    await small.close();
  }
}

const began = performance.now();
const folder = options.keep ? resolve(options.keep) : mkdtempSync(join(tmpdir(), 'rapport-bench-metrics-'));
mkdirSync(folder, { recursive: true });
chmodSync(folder, 0o777); // the server runs as nobody when started as root, and writes the export here
const server = await openEmbedded({ home: folder });
try {
  await bench(server.urlOf('postgres'), folder);
  say(
    missed.length === 0 ? `all bars held (${seconds(began)} s)` : `${missed.length} bars missed (${seconds(began)} s)`,
  );
  process.exitCode = missed.length === 0 ? 0 : 1;
} finally {
  await server.leave();
  if (!options.keep) rmSync(folder, { recursive: true, force: true });
}
