import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoSources, generateShop } from '@rapport/etl/demo';
import { verifyRollups } from '@rapport/model/metrics';
import { differences, dump } from '../faults/dump.ts';
import { ingestTogether, openShops } from '@rapport/etl';
import { emptyHouse, ingestOnly, load } from '../faults/loads.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { shuffled } from './small-shop.ts';

const folder = mkdtempSync(join(tmpdir(), 'rapport-demo-'));
const home = join(folder, 'house');
let expected: Record<string, string[]>;

/** What stands in a house once it is filled; every house seals with a key of its own, which nothing here may show. */
async function houseOf(fill: (house: TestDatabase) => Promise<void>): Promise<Record<string, string[]>> {
  const house = await emptyHouse();
  try {
    await fill(house);
    expect(await verifyRollups(house.pool)).toEqual([]);
    return await dump(house.pool);
  } finally {
    await house.drop();
  }
}

const houseIn = (order: readonly string[]): Promise<Record<string, string[]>> =>
  houseOf(async ({ url }) => {
    for (const source of order) await load(url, join(folder, source), { source });
  });

/** Of these systems the journeys are left until all are there. */
async function leave({ url }: TestDatabase, sources: readonly string[]): Promise<void> {
  for (const source of sources) await ingestOnly(url, join(folder, source), { source, moreToCome: true });
}

const figuresIn = async ({ pool }: TestDatabase): Promise<unknown> =>
  (
    await pool.query(
      `select (select as_of from core.shops) as today, (select count(*) from core.orders) > 0 as delivered,
         (select count(*)::int from journey.order_journey) as orders, (select count(*)::int from mart.orders_daily) as cells,
         (select count(*)::int from ops.published_figures) as told`,
    )
  ).rows[0];

beforeAll(async () => {
  await generateShop({ orders: 200, months: 12, seed: 'arrival', out: folder });
  expected = await houseIn(demoSources);
});
afterAll(() => rmSync(folder, { recursive: true }));

it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
  'the demo shop is the same, whichever of its systems delivers first (%i)',
  async (seed) => {
    const order = shuffled(demoSources, seed);
    expect([order, differences(expected, await houseIn(order))]).toEqual([order, {}]);
  },
);

describe('systems loaded one right after the other', () => {
  const notOpen = { today: null, delivered: true, orders: 0, cells: 0, told: 0 };

  const folderOf = (source: string) => join(folder, source);
  const deliveries = demoSources.map((source) => ({ source, from: folderOf(source) }));

  it('leave what they would have left one by one, each with a run of its own', async () => {
    const told: string[] = [];
    const together = await houseOf(async ({ url, pool }) => {
      await ingestTogether(deliveries, { databaseUrl: url, home, onLoaded: ({ source }) => told.push(source) });
      const { rows } = await pool.query('select source, state from ops.runs order by run_id');
      expect(rows).toEqual(demoSources.map((source) => ({ source, state: 'committed' })));
      expect(await openShops(url)).toEqual([]);
    });
    expect(told).toEqual([...demoSources]);
    expect(differences(expected, together)).toEqual({});
  });

  it('tell figures once all are there: until then readers see nothing of the shop', async () => {
    const house = await emptyHouse();
    await leave(house, ['demo', 'demo_voice']);
    expect(await figuresIn(house)).toEqual(notOpen);
    await house.pool.query('create table landing.___opening_journey_demo ()'); // as a killed process leaves it
    expect(await openShops(house.url)).toEqual(['demo']);
    const left = `select relname from pg_class where relnamespace = 'landing'::regnamespace`;
    expect((await house.pool.query(left)).rows).toEqual([]);
    expect(await figuresIn(house)).not.toMatchObject({ orders: 0 });
    await house.drop();
  });

  it('end with the one that fails: what was published before it stays, what was read beside it is interrupted', async () => {
    const house = await emptyHouse();
    const [first, second, ...others] = deliveries;
    const broken = { source: 'demo_logistics', from: join(folder, 'nowhere') };
    const loading = ingestTogether(
      [first, broken, second, ...others].filter((one) => one !== undefined),
      {
        databaseUrl: house.url,
        home,
      },
    );
    await expect(loading).rejects.toThrow(/nowhere/);
    const { rows } = await house.pool.query('select source, state from ops.runs order by run_id');
    expect(rows).toEqual([
      { source: 'demo', state: 'committed' },
      { source: 'demo_logistics', state: 'failed' },
    ]);
    expect(await figuresIn(house)).toEqual(notOpen);
    await house.drop();
  });

  it('are opened by the next load, whoever does it, where the last of them was never told', async () => {
    const [last = '', ...before] = shuffled(demoSources, 11);
    const interrupted = await houseOf(async (house) => {
      await leave(house, before);
      await load(house.url, join(folder, last), { source: last });
      expect(await openShops(house.url)).toEqual([]);
    });
    expect(differences(expected, interrupted)).toEqual({});
  });

  it('change a shop that is open as any load does', async () => {
    const changed = await houseOf(async (house) => {
      const [first, ...others] = demoSources;
      await load(house.url, join(folder, first), { source: first });
      await leave(house, others);
      expect(await openShops(house.url)).toEqual([]);
    });
    expect(differences(expected, changed)).toEqual({});
  });
});
