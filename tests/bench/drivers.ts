import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { openEmbedded } from '@rapport/bin/postgres';
import { ingest } from '@rapport/etl';
import { generateShop, type DemoSource } from '@rapport/etl/demo';
import { answerDrivers, loadRuleSets, ruleStandings, type DriversRequest } from '@rapport/model/findings';
import { known } from '@rapport/model/metrics';
import { migrate, openPool } from '@rapport/model/schema';
import { falselyFound, idleFactors, isFound, plantedDrivers } from '../findings/planted-drivers.ts';
import { hanging } from './drivers/parcels.ts';
import { fillOrders, HISTORY, SHOP } from './metrics/orders.ts';

const { values: options } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    first: { type: 'string', default: '1' },
    orders: { type: 'string', default: '20000' },
    large: { type: 'string', default: '1000000' },
  },
});
/** --seeds 0 or --large 0 leaves that half out; --first 41 begins at that seed. */
const [SEEDS, FIRST, ORDERS, LARGE] = [options.seeds, options.first, options.orders, options.large].map(Number) as [
  number,
  number,
  number,
  number,
];
const MOST_MS = 3000;
const OUTCOMES = ['LOW_SCORE', 'COMPLAINT', 'NO_REPURCHASE'] as const;
const SOURCES = [
  'demo',
  'demo_logistics',
  'demo_helpdesk',
  'demo_voice',
  'demo_members',
] as const satisfies readonly DemoSource[];

const say = (line: string) => process.stdout.write(`${line}\n`);
const missed: string[] = [];
function bar(held: boolean, line: string): void {
  say(`${held ? '  ok  ' : 'MISSED'} ${line}`);
  if (!held) missed.push(line);
}

const home = mkdtempSync(join(tmpdir(), 'rapport-bench-drivers-'));
chmodSync(home, 0o777); // the server runs as nobody when started as root
const server = await openEmbedded({ home });
const admin = openPool(server.urlOf('postgres'), { max: 1 });

async function within<Result>(name: string, work: (pool: pg.Pool, url: string) => Promise<Result>): Promise<Result> {
  const url = server.urlOf(name);
  await admin.query(`create database ${name}`);
  await migrate(url);
  const pool = openPool(url, { max: 4 });
  try {
    return await work(pool, url);
  } finally {
    await pool.end();
    await admin.query(`drop database ${name} with (force)`);
  }
}

const tally = new Map<string, number>();
const add = (name: string, hit: boolean) => tally.set(name, (tally.get(name) ?? 0) + (hit ? 1 : 0));

/** One generated shop, loaded by the real engine, asked for all three outcomes. */
async function oneSeed(seed: number): Promise<void> {
  const files = join(home, `shop-${seed}`);
  await generateShop({ orders: ORDERS, seed: `drivers-${seed}`, out: files });
  await within(`rapport_bench_drivers_${seed}`, async (pool, databaseUrl) => {
    for (const source of SOURCES)
      await ingest({ databaseUrl, source, from: join(files, source), home, trigger: 'cli' });
    for (const outcome of OUTCOMES) {
      const answer = await answerDrivers(
        pool,
        { shop: 'demo', outcome, period: { from: '2024-11-01', to: '2026-10-31' } },
        { role: 'analyst' },
      );
      for (const planted of plantedDrivers)
        if (planted.outcome === outcome) add(`${planted.of} (${planted.factor}, ${outcome})`, isFound(planted, answer));
      const idle = falselyFound(answer);
      for (const factor of idleFactors) add(`idle ${factor}, ${outcome}`, idle.includes(factor));
    }
  });
  rmSync(files, { recursive: true, force: true });
}

async function allSeeds(): Promise<void> {
  for (let seed = FIRST; seed < FIRST + SEEDS; seed++) {
    await oneSeed(seed);
    say(`seed ${seed} done`);
  }
  say(`\nof ${SEEDS} shops of ${ORDERS.toLocaleString('en')} orders`);
  for (const [name, times] of tally) {
    const idle = name.startsWith('idle');
    bar(idle ? times <= 0.1 * SEEDS : times >= 0.9 * SEEDS, `${name}: ${times} of ${SEEDS}`);
  }
}

async function large(): Promise<void> {
  await within('rapport_bench_drivers_large', async (pool) => {
    await fillOrders(pool, LARGE, Object.keys(known));
    await pool.query(hanging);
    await pool.query('vacuum analyze');
    say(`${LARGE.toLocaleString('en')} orders made`);
    const last = new Date(Date.parse(HISTORY.from) + HISTORY.days * 86_400_000).toISOString().slice(0, 10);
    for (const [from, what] of [
      [HISTORY.from, 'all years'],
      [`${Number(last.slice(0, 4)) - 1}${last.slice(4)}`, 'the last year'],
    ] as const)
      for (const outcome of OUTCOMES) {
        const request: DriversRequest = { shop: SHOP, outcome, period: { from, to: last } };
        await answerDrivers(pool, request, { role: 'analyst' });
        const began = performance.now();
        const { orders, sampled } = await answerDrivers(pool, request, { role: 'analyst' });
        const took = performance.now() - began;
        bar(
          took <= MOST_MS,
          `fit of ${outcome}, ${what}: ${took.toFixed(0)} ms, ${orders.toLocaleString('en')} orders of ${(100 * sampled).toFixed(1)} % of the customers`,
        );
      }
    for (const set of loadRuleSets()) {
      const began = performance.now();
      await ruleStandings(pool, set, { shop: SHOP, merchant: null, on: last, whatIf: null }, 'analyst');
      const took = performance.now() - began;
      bar(took <= MOST_MS, `rules of ${set.id}: ${took.toFixed(0)} ms`);
    }
  });
}

try {
  if (SEEDS > 0) await allSeeds();
  if (LARGE > 0) await large();
} finally {
  await admin.end();
  await server.leave();
  rmSync(home, { recursive: true, force: true });
}
if (missed.length > 0) process.exitCode = 1;
