// npm run bench -- findings [--orders 1000000] [--keep FOLDER] [--only PATTERN]: every finding over one shop with reviews, cases, texts, parcels,
// surveys, visits and programmes made in SQL. A line each: rows it stands on, processor time of Node and of the database, time by the clock. What
// is answered while somebody waits may take 3 s of processor time, 3 s for 1,000,000 orders; what a load does afterwards is told beside it.
// --keep leaves the shop in a folder for the next run; --only asks those whose name it matches. Exit code 1 when one takes longer.
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { openEmbedded } from '@rapport/bin/postgres';
import { lookAtFigures, readTexts, weighReviews } from '@rapport/model/findings';
import { ensureRollups, known } from '@rapport/model/metrics';
import { migrate, openPool, type Queryable } from '@rapport/model/schema';
import { testServerUrl } from '../testkit/config.ts';
import { findings } from './findings/asked.ts';
import { hanging } from './findings/facts.ts';
import { livelier } from './findings/orders.ts';
import { spentOn, type Spent } from './findings/spent.ts';
import { fillOrders } from './metrics/orders.ts';

const { values: options } = parseArgs({
  options: {
    orders: { type: 'string', default: '1000000' },
    keep: { type: 'string' },
    only: { type: 'string', default: '' },
  },
});
const ORDERS = Number(options.orders);
if (!Number.isSafeInteger(ORDERS) || ORDERS < 10_000)
  throw new Error('--orders takes a whole number of 10,000 or more.');
const ONLY = new RegExp(options.only);
const MOST_MS = 3000;
const NAME = `rapport_bench_findings_${ORDERS}`;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

const afterLoads: Readonly<Record<string, (db: Queryable) => Promise<number>>> = {
  'texts read': readTexts,
  'reviews weighed': weighReviews,
  'figures looked at': async (db) => (await lookAtFigures(db)).series,
};

function tell(name: string, rows: number, { wall, node, database }: Spent): number {
  const told = [node, database ?? Number.NaN, wall].map((ms) => ms.toFixed(0).padStart(8));
  say(`${name.padEnd(42)} ${rows.toLocaleString('en').padStart(11)} ${told.join(' ')}`);
  return node + (database ?? wall - node);
}

async function make(pool: pg.Pool): Promise<void> {
  await fillOrders(pool, ORDERS, Object.keys(known), livelier);
  for (const statements of Object.values(hanging)) await pool.query(statements);
  await pool.query('vacuum analyze');
  await ensureRollups(pool);
}

/** Under another name until it is whole: a fill that was ended is no shop. */
async function shopOf(server: string): Promise<string> {
  const admin = openPool(server, { max: 1 });
  const [kept, unfinished] = [new URL(server), new URL(server)];
  [kept.pathname, unfinished.pathname] = [`/${NAME}`, `/${NAME}_unfinished`];
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [NAME]);
  if (!rowCount) {
    await admin.query(`drop database if exists ${NAME}_unfinished`);
    await admin.query(`create database ${NAME}_unfinished`);
    await migrate(unfinished.href);
    const pool = openPool(unfinished.href, { max: 2 });
    await make(pool);
    await pool.end();
    await admin.query(`alter database ${NAME}_unfinished rename to ${NAME}`);
  }
  await admin.end();
  await migrate(kept.href);
  return kept.href;
}

/** One connection and no parallel workers: what the clock says of other programs is left out, what a second core would save too. */
async function ask(url: string): Promise<string[]> {
  const pool = openPool(url, { max: 1 });
  const slow: string[] = [];
  try {
    await pool.query('set max_parallel_workers_per_gather = 0');
    say(`${'after a load'.padEnd(42)}        rows     node database     wall`);
    for (const [name, work] of Object.entries(afterLoads)) {
      const { value, spent } = await spentOn(pool, () => work(pool));
      tell(name, value, spent);
    }
    await pool.query('vacuum analyze journey.text_words');
    say(`${'while somebody waits'.padEnd(42)}        rows     node database     wall`);
    for (const { name, of, ask: work } of findings.filter((each) => ONLY.test(each.name))) {
      await work(pool);
      const { value, spent } = await spentOn(pool, () => work(pool));
      if (tell(`${name} (${of})`, value, spent) > MOST_MS) slow.push(name);
    }
  } finally {
    await pool.end();
  }
  return slow;
}

async function bench(server: string): Promise<void> {
  const slow = await ask(await shopOf(server));
  if (slow.length > 0) process.exitCode = 1;
  say(slow.length > 0 ? `more than ${MOST_MS} ms: ${slow.join('; ')}` : `all within ${MOST_MS} ms`);
}

async function onOwnServer(): Promise<void> {
  const folder = options.keep ? resolve(options.keep) : mkdtempSync(join(tmpdir(), 'rapport-bench-findings-'));
  mkdirSync(folder, { recursive: true });
  chmodSync(folder, 0o777); // the server runs as nobody when started as root
  const server = await openEmbedded({ home: folder });
  try {
    await bench(server.urlOf('postgres'));
  } finally {
    await server.leave();
    if (!options.keep) rmSync(folder, { recursive: true, force: true });
  }
}

await (testServerUrl ? bench(testServerUrl) : onOwnServer());
