import { afterAll, beforeAll, expect, it } from 'vitest';
import { completeRollups, rollupMaintenance, verifyRollups } from '@rapport/model/metrics';
import { dump } from '../faults/dump.ts';
import { FeedHouse } from '../feeds/house.ts';
import { dice } from '../feeds/small-shop.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { ChangingShop, changingSources, systems, type System } from './changing-shop.ts';

const STEPS = 10;
let feeds: FeedHouse;
beforeAll(() => {
  feeds = new FeedHouse(changingSources);
});
afterAll(() => feeds.close());

const ofMart = async (house: TestDatabase): Promise<Record<string, string[]>> =>
  Object.fromEntries(Object.entries(await dump(house.pool)).filter(([table]) => table.startsWith('mart.')));

async function staleAfter(house: TestDatabase, system: System, shop: ChangingShop): Promise<string[]> {
  for (const [feed, rows] of shop.picture(system)) feeds.deliver(system, feed, rows);
  await feeds.ingestOnly(house, system, { allowDeletes: true });
  const { rows } = await house.pool.query<{ name: string }>(
    'select name from ops.rollups where stale_since is not null order by 1',
  );
  return rows.map(({ name }) => name);
}

it.each([1, 2])(
  'loads, corrections, deletions, merges and late events leave what a rebuild would make (%i)',
  async (seed) => {
    const roll = dice(seed);
    const shop = new ChangingShop(seed);
    const house = await feeds.open();
    for (const system of systems) await staleAfter(house, system, shop);
    await completeRollups(house.pool);
    const kept = new Set<string>();
    for (let step = 0; step < STEPS; step++) {
      const system = systems[roll(systems.length)] ?? 'back';
      shop.change(system);
      const before = await ofMart(house);
      const stale = await staleAfter(house, system, shop);
      expect([step, system, await verifyRollups(house.pool)]).toEqual([step, system, []]);
      const after = await ofMart(house);
      for (const table of Object.keys(after))
        if (!stale.includes(table) && String(before[table]) !== String(after[table])) kept.add(table);
      await completeRollups(house.pool);
    }
    const lived = await ofMart(house);
    await rollupMaintenance.rebuild(house.pool);
    expect(lived).toEqual(await ofMart(house));
    // The sequence must have gone through differences, not through rebuilds alone.
    expect([...kept]).toEqual(
      expect.arrayContaining(['mart.ripening', 'mart.orders_daily', 'mart.cases_by_opened', 'mart.parcels_by_order']),
    );
  },
);
