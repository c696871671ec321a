// npm run bench -- planted [--seeds 100] [--first 1] [--orders 12000] [--database URL of a server] [--results FILE]: generated shops, each loaded
// once by the real engine and held against everything its truth.json says was planted: programmes, evidence, damage, words of a bad batch,
// bought reviews, second orders, drivers. A line of JSON a shop, with the seconds of each step; a shop that FILE already tells of is not tried
// again, so that a run that was broken off goes on, and several may run at once. Then of all shops of that size in FILE: how often the truth
// lies in the interval that is told. Exit code 1 where a bar is missed. --seeds 0 prints the table alone.
import { appendFileSync, chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openEmbedded } from '@rapport/bin/postgres';
import { ensureRollups } from '@rapport/model/metrics';
import { migrate, openPool } from '@rapport/model/schema';
import { tryShop, type Tried } from './planted/one-shop.ts';
import { barsOf } from './planted/table.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    first: { type: 'string', default: '1' },
    orders: { type: 'string', default: '12000' },
    database: { type: 'string' },
    results: { type: 'string' },
  },
});
const [SEEDS, FIRST, ORDERS] = [Number(values.seeds), Number(values.first), Number(values.orders)];
const NAME = `rapport_bench_planted_${process.pid}`;
const say = (line: string) => process.stdout.write(`${line}\n`);

function readResults(): Tried[] {
  if (!values.results || !existsSync(values.results)) return [];
  const lines = readFileSync(values.results, 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line) as Tried).filter(({ orders }) => orders === ORDERS);
}

function urlOf(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}

/** Migrated once, copied for every shop. */
async function makeEmpty(serverUrl: string, name: string): Promise<void> {
  await migrate(urlOf(serverUrl, name));
  const pool = openPool(urlOf(serverUrl, name), { max: 1 });
  await ensureRollups(pool);
  await pool.end();
}

async function trySeeds(serverUrl: string, home: string, seeds: readonly number[]): Promise<Tried[]> {
  const admin = openPool(serverUrl, { max: 1 });
  const empty = `${NAME}_empty`;
  const tried: Tried[] = [];
  try {
    await admin.query(`create database ${empty}`);
    await makeEmpty(serverUrl, empty);
    for (const seed of seeds) {
      await admin.query(`create database ${NAME} template ${empty}`);
      const one = await tryShop({ seed, orders: ORDERS }, { databaseUrl: urlOf(serverUrl, NAME), home });
      await admin.query(`drop database ${NAME} with (force)`);
      tried.push(one);
      say(JSON.stringify(one));
      if (values.results) appendFileSync(values.results, `${JSON.stringify(one)}\n`);
    }
  } finally {
    for (const name of [NAME, empty]) await admin.query(`drop database if exists ${name} with (force)`);
    await admin.end();
  }
  return tried;
}

async function bench(serverUrl: string, home: string): Promise<boolean> {
  const known = readResults();
  const seeds = Array.from({ length: SEEDS }, (_, at) => FIRST + at);
  const left = seeds.filter((seed) => !known.some((one) => one.seed === seed));
  const tried = left.length > 0 ? await trySeeds(serverUrl, home, left) : [];
  const all = values.results ? readResults() : tried;
  const bars = barsOf(all);
  say(`of ${all.length} shops of ${ORDERS} orders:`);
  for (const { met, line } of bars) say(`${met ? 'met   ' : 'MISSED'} ${line}`);
  return bars.every(({ met }) => met);
}

const home = mkdtempSync(join(tmpdir(), 'rapport-planted-'));
chmodSync(home, 0o711); // the server runs as nobody when started as root
const embedded = values.database === undefined && SEEDS > 0 ? await openEmbedded({ home }) : null;
try {
  process.exitCode = (await bench(values.database ?? embedded?.urlOf('postgres') ?? '', home)) ? 0 : 1;
} finally {
  await embedded?.leave();
  rmSync(home, { recursive: true, force: true });
}
