import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyRollups } from '@rapport/model/metrics';
import { differences, dump } from '../faults/dump.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { FeedHouse } from './house.ts';
import { dice, shuffled, sixSources, smallShop, type Delivery } from './small-shop.ts';

let feeds: FeedHouse;
let reference: TestDatabase;
let expected: Record<string, string[]>;
const deliveries = smallShop();

function put({ source, name, at, files }: Delivery): void {
  for (const [feed, rows] of Object.entries(files))
    feeds.deliver(source, feed as keyof typeof files, rows, { name, at });
}

beforeAll(async () => {
  feeds = new FeedHouse(sixSources);
  reference = await feeds.open();
  for (const delivery of deliveries) {
    put(delivery);
    await feeds.load(reference, delivery.source);
  }
  expected = await dump(reference.pool);
});
afterAll(() => feeds.close());

it('the small shop fills every table, waits for nothing it should have, and its journeys are right', async () => {
  const empty = Object.entries(expected).filter(([, rows]) => rows.length === 0);
  expect(
    empty.map(([table]) => table).filter((table) => table.startsWith('core.') && !table.endsWith('_default')),
  ).toEqual([]);
  const { rows } = await reference.pool.query('select feed, parent_external_id from ops.pending');
  expect(rows).toEqual([]);
  expect(await verifyRollups(reference.pool)).toEqual([]);
  const { rows: refused } = await reference.pool.query('select * from ops.quarantine');
  expect(refused).toEqual([]);
});

it.each([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])(
  'files of six systems in another order (%i) give the same house',
  async (seed) => {
    const house = await feeds.open();
    const roll = dice(seed);
    feeds.clear();
    const waiting = new Set<string>();
    for (const delivery of shuffled(deliveries, seed)) {
      put(delivery);
      waiting.add(delivery.source);
      for (const source of waiting) {
        if (roll(3) === 0) continue;
        await feeds.load(house, source);
        waiting.delete(source);
      }
    }
    for (const source of waiting) await feeds.load(house, source);
    expect(differences(expected, await dump(house.pool))).toEqual({});
    await house.drop();
  },
);

it('two systems that load at once, whoever is first, leave the same house', async () => {
  const house = await feeds.open();
  feeds.clear();
  for (const delivery of deliveries) put(delivery);
  for (const pair of [
    ['ways', 'back'],
    ['desk', 'club'],
    ['voice', 'site'],
  ]) {
    // prettier-ignore
    const ended = await Promise.allSettled(pair.map((source) => feeds.load(house, source)));
    for (const [at, { status }] of ended.entries()) {
      if (status === 'rejected') await feeds.load(house, pair[at] ?? '');
    }
  }
  expect(differences(expected, await dump(house.pool))).toEqual({});
});
