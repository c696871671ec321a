import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { openEmbedded } from '@rapport/bin/postgres';
import { ingestTogether } from '@rapport/etl';
import { demoSources, generateShop } from '@rapport/etl/demo';
import { ensureRollups } from '@rapport/model/metrics';
import { migrate, openPool } from '@rapport/model/schema';
import { heldAgainst, holds, type Held } from './planted/programmes.ts';

const { values } = parseArgs({
  options: {
    seeds: { type: 'string', default: '100' },
    first: { type: 'string', default: '1' },
    orders: { type: 'string', default: '12000' },
    database: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
const say = (line: string) => process.stdout.write(`${line}\n`);
if (values.help) {
  say('npm run bench -- planted [--seeds 100] [--first 1] [--orders 12000] [--database URL of a server]');
  say(
    'Shops with planted effects, one a seed: how often the truth lies in the interval found, and how often nothing is called an effect.',
  );
  process.exit(0);
}
const [SEEDS, FIRST, ORDERS] = [Number(values.seeds), Number(values.first), Number(values.orders)];
/** Of 100 seeds. */
const BARS = { held: 90, falseEffects: 10 };

const named = (serverUrl: string, name: string): string => {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
};

/** Migrated once, copied for every seed. */
async function template(serverUrl: string): Promise<void> {
  const admin = openPool(serverUrl, { max: 1 });
  await admin.query('drop database if exists rapport_bench_planted_empty with (force)');
  await admin.query('create database rapport_bench_planted_empty');
  await admin.end();
  const url = named(serverUrl, 'rapport_bench_planted_empty');
  await migrate(url);
  const pool = openPool(url, { max: 1 });
  await ensureRollups(pool);
  await pool.end();
}

async function oneSeed(serverUrl: string, home: string, seed: number): Promise<Held[]> {
  const out = join(home, `shop-${seed}`);
  const { truth } = await generateShop({ orders: ORDERS, seed: `planted ${seed}`, out });
  const admin = openPool(serverUrl, { max: 1 });
  const database = `rapport_bench_planted_${seed}`;
  await admin.query(`drop database if exists ${database} with (force)`);
  await admin.query(`create database ${database} template rapport_bench_planted_empty`);
  try {
    const databaseUrl = named(serverUrl, database);
    const deliveries = demoSources.map((source) => ({ source, from: join(out, source) }));
    await ingestTogether(deliveries, { databaseUrl, home: join(home, `house-${seed}`) });
    const pool = openPool(databaseUrl, { max: 1 });
    try {
      return await heldAgainst(pool, truth);
    } finally {
      await pool.end();
    }
  } finally {
    await admin.query(`drop database if exists ${database} with (force)`);
    await admin.end();
    rmSync(out, { recursive: true, force: true });
  }
}

const digits = (value: number | null): string => (value === null ? '–' : value.toFixed(4));

function report(all: readonly Held[][]): boolean {
  const names = all[0]?.map(({ name }) => name) ?? [];
  let good = true;
  for (const name of names) {
    const found = all.map((seed) => seed.find((one) => one.name === name)).filter((one) => one !== undefined);
    const inside = (100 * found.filter(holds).length) / found.length;
    const called = (100 * found.filter(({ verdict }) => verdict === 'EFFECT').length) / found.length;
    const isNull = found.every(({ truth }) => truth === 0);
    const right = inside >= BARS.held && (!isNull || called <= BARS.falseEffects);
    good &&= right;
    say(
      `${right ? 'met   ' : 'missed'} ${name.padEnd(22)} truth inside ${inside.toFixed(0)} of 100${isNull ? `, called an effect ${called.toFixed(0)} of 100` : `, told as an effect ${called.toFixed(0)} of 100`}`,
    );
  }
  return good;
}

async function bench(serverUrl: string, home: string): Promise<boolean> {
  await template(serverUrl);
  const all: Held[][] = [];
  for (let seed = FIRST; seed < FIRST + SEEDS; seed += 1) {
    const began = performance.now();
    const held = await oneSeed(serverUrl, home, seed);
    all.push(held);
    const outside = held.filter((one) => !holds(one));
    say(
      `seed ${seed}: ${((performance.now() - began) / 1000).toFixed(0)} s; outside: ${outside.map((one) => `${one.name} ${digits(one.truth)} not in ${digits(one.low)} … ${digits(one.high)}`).join('; ') || 'none'}`,
    );
  }
  return report(all);
}

const home = mkdtempSync(join(tmpdir(), 'rapport-planted-'));
chmodSync(home, 0o711); // the server runs as nobody when started as root
const embedded = values.database === undefined ? await openEmbedded({ home }) : null;
try {
  process.exitCode = (await bench(values.database ?? embedded?.urlOf('postgres') ?? '', home)) ? 0 : 1;
} finally {
  await embedded?.leave();
  rmSync(home, { recursive: true, force: true });
}
