import { join } from 'node:path';
import { rm } from 'node:fs/promises';
import { ingestTogether } from '@rapport/etl';
import { generateShop, type DemoSource, type Truth } from '@rapport/etl/demo';
import { readTexts, weighReviews } from '@rapport/model/findings';
import { openPool } from '@rapport/model/schema';
import type pg from 'pg';
import { askDrivers, type DriversFound } from './drivers.ts';
import { damageAgainst, fakesAgainst, secondOrdersAgainst, wordsAgainst, type Fakes, type Said } from './failures.ts';
import { heldAgainst, type Held } from './programmes.ts';

/** What one shop told of everything that was planted in it: a line of the results. */
export interface Tried {
  seed: number;
  orders: number;
  seconds: Record<string, number>;
  held: Held[];
  words: Said;
  fakes: Fakes;
  drivers: DriversFound;
}

/** Visits of the shop have no part in what was planted. */
const SOURCES: readonly DemoSource[] = ['demo', 'demo_logistics', 'demo_helpdesk', 'demo_voice', 'demo_members'];

type Timed = <Result>(name: string, work: () => Promise<Result>) => Promise<Result>;

async function asked(
  pool: pg.Pool,
  truth: Truth,
  timed: Timed,
): Promise<Pick<Tried, 'held' | 'words' | 'fakes' | 'drivers'>> {
  await timed('texts', () => readTexts(pool));
  await timed('reviews', () => weighReviews(pool));
  const programmes = await timed('programmes', () => heldAgainst(pool, truth));
  const damage = await timed('damage', () => damageAgainst(pool));
  const late = await timed('second orders', () => secondOrdersAgainst(pool, truth));
  return {
    held: [...programmes, damage, late],
    words: await timed('words', () => wordsAgainst(pool)),
    fakes: await fakesAgainst(pool, truth),
    drivers: await timed('drivers', () => askDrivers(pool)),
  };
}

/** A shop is made, loaded once into the empty database at `databaseUrl` by the real engine, and asked. */
export async function tryShop(
  { seed, orders }: { seed: number; orders: number },
  { databaseUrl, home }: { databaseUrl: string; home: string },
): Promise<Tried> {
  const seconds: Record<string, number> = {};
  const timed: Timed = async (name, work) => {
    const began = performance.now();
    const result = await work();
    seconds[name] = Math.round((performance.now() - began) / 100) / 10;
    return result;
  };
  const out = join(home, `shop-${seed}`);
  const pool = openPool(databaseUrl, { max: 3 });
  try {
    const { truth } = await timed('generate', () => generateShop({ orders, seed: `planted ${seed}`, out }));
    const deliveries = SOURCES.map((source) => ({ source, from: join(out, source) }));
    await timed('load', () => ingestTogether(deliveries, { databaseUrl, home: join(home, `house-${seed}`) }));
    return { seed, orders, seconds, ...(await asked(pool, truth, timed)) };
  } finally {
    await pool.end();
    await rm(out, { recursive: true, force: true });
    await rm(join(home, `house-${seed}`), { recursive: true, force: true });
  }
}
