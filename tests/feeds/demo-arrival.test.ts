import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { demoSources, generateShop } from '@rapport/etl/demo';
import { verifyRollups } from '@rapport/model/metrics';
import { differences, dump } from '../faults/dump.ts';
import { emptyHouse, load } from '../faults/loads.ts';
import { shuffled } from './small-shop.ts';

vi.setConfig({ testTimeout: 240_000, hookTimeout: 240_000 });
const folder = mkdtempSync(join(tmpdir(), 'rapport-demo-'));
let expected: Record<string, string[]>;

/** Loads the six systems in the given order; every house seals with a key of its own, which nothing here may show. */
async function houseIn(order: readonly string[]): Promise<Record<string, string[]>> {
  const house = await emptyHouse();
  try {
    for (const source of order) await load(house.url, join(folder, source), { source });
    expect(await verifyRollups(house.pool)).toEqual([]);
    return await dump(house.pool);
  } finally {
    await house.drop();
  }
}

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
