// npm run bench -- worth [--seeds 100] [--orders 20000] [--large 1000000]: of so many generated shops, in how many the planted effect of a late
// first parcel lies within the interval that is told (at least 90 of 100), and that the effect is told from chance; then how long the findings
// take on one shop of so many orders: second orders, customer value, value at stake (3 s each at most). Exit code 1 when one misses.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type pg from 'pg';
import { openEmbedded } from '@rapport/bin/postgres';
import { ingest } from '@rapport/etl';
import { generateShop } from '@rapport/etl/demo';
import { customerValue, secondOrders, valueAtStake } from '@rapport/model/findings';
import { ensureRollups } from '@rapport/model/metrics';
import { migrate, openPool } from '@rapport/model/schema';
import { lateFactor } from '../demo/planted/late-factor.ts';
import { testServerUrl } from '../testkit/config.ts';
import { fillOrders, SHOP } from './metrics/orders.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    orders: { type: 'string', default: '20000' },
    large: { type: 'string', default: '1000000' },
  },
});
const [SEEDS, ORDERS, LARGE] = [Number(values.seeds), Number(values.orders), Number(values.large)];
const NAME = 'rapport_bench_worth';
const SOURCES = ['demo', 'demo_logistics', 'demo_helpdesk', 'demo_members'] as const;
const LEAST_COVERED = 0.9;
const MOST_SECONDS = 3;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

async function within<Value>(server: string, work: (url: string, pool: pg.Pool) => Promise<Value>): Promise<Value> {
  const admin = openPool(server, { max: 1 });
  await admin.query(`drop database if exists ${NAME} with (force)`);
  await admin.query(`create database ${NAME}`);
  const url = new URL(server);
  url.pathname = `/${NAME}`;
  await migrate(url.href);
  const pool = openPool(url.href, { max: 3 });
  try {
    await ensureRollups(pool);
    return await work(url.href, pool);
  } finally {
    await pool.end();
    await admin.query(`drop database if exists ${NAME} with (force)`);
    await admin.end();
  }
}

/** Whether the planted factor lies within what is told of one shop; and whether it is told from chance. */
function one(server: string, seed: number): Promise<{ covered: boolean; told: boolean }> {
  return within(server, async (databaseUrl, pool) => {
    const home = mkdtempSync(join(tmpdir(), 'rapport-bench-worth-'));
    chmodSync(home, 0o755);
    try {
      const { truth } = await generateShop({ orders: ORDERS, seed: `worth ${seed}`, out: home });
      for (const source of SOURCES)
        await ingest({ databaseUrl, source, from: join(home, source), home, trigger: 'cli' });
      const { groups } = await secondOrders(pool, { shop: 'demo', cut: 'LATE' });
      const late = groups.find(({ code }) => code === 'late');
      const range = late?.difference?.relativeInterval;
      const effect = lateFactor(truth.planted.i) - 1;
      const covered = range ? range.low <= effect && effect <= range.high : false;
      if (!covered) say(`seed ${seed}: planted ${effect.toFixed(3)}, told ${JSON.stringify(range)}`);
      return { covered, told: late?.verdict === 'fewer' };
    } finally {
      rmSync(home, { recursive: true, force: true });
    }
  });
}

async function planted(server: string): Promise<boolean> {
  let [covered, told] = [0, 0];
  for (let seed = 1; seed <= SEEDS; seed += 1) {
    const found = await one(server, seed);
    covered += Number(found.covered);
    told += Number(found.told);
    if (seed % 10 === 0)
      say(`${seed} shops of ${ORDERS} orders: ${covered} within the interval, ${told} told from chance`);
  }
  return covered >= LEAST_COVERED * SEEDS;
}

const timed: Readonly<Record<string, (pool: pg.Pool) => Promise<unknown>>> = {
  'second orders, late': (pool) => secondOrders(pool, { shop: SHOP, cut: 'LATE' }),
  'second orders, delay': (pool) => secondOrders(pool, { shop: SHOP, cut: 'DELAY' }),
  'customer value': (pool) => customerValue(pool, { shop: SHOP }),
  'value at stake': (pool) => valueAtStake(pool, { shop: SHOP }),
};

/** The median of three, after one that nobody waits for. */
function large(server: string): Promise<boolean> {
  return within(server, async (_, pool) => {
    await fillOrders(pool, LARGE, ['orders']);
    let good = true;
    for (const [name, work] of Object.entries(timed)) {
      await work(pool);
      const seconds: number[] = [];
      for (let turn = 0; turn < 3; turn += 1) {
        const began = performance.now();
        await work(pool);
        seconds.push((performance.now() - began) / 1000);
      }
      const median = seconds.toSorted((a, b) => a - b)[1] ?? NaN;
      good &&= median <= MOST_SECONDS;
      say(`${name}, ${LARGE} orders: ${median.toFixed(2)} s (at most ${MOST_SECONDS})`);
    }
    return good;
  });
}

async function bench(server: string): Promise<boolean> {
  const quick = LARGE > 0 ? await large(server) : true;
  const found = SEEDS > 0 ? await planted(server) : true;
  return quick && found;
}

async function onOwnServer(): Promise<boolean> {
  const home = mkdtempSync(join(tmpdir(), 'rapport-bench-server-'));
  chmodSync(home, 0o755);
  const server = await openEmbedded({ home });
  try {
    return await bench(server.urlOf('postgres'));
  } finally {
    await server.leave();
    rmSync(home, { recursive: true, force: true });
  }
}

process.exitCode = (await (testServerUrl ? bench(testServerUrl) : onOwnServer())) ? 0 : 1;
