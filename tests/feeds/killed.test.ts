import { afterAll, beforeAll, expect, it } from 'vitest';
import { differences, dump } from '../faults/dump.ts';
import { kill, loadUntil } from '../faults/loads.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { FeedHouse } from './house.ts';
import { sixSources, smallShop } from './small-shop.ts';

let feeds: FeedHouse;
let undisturbed: TestDatabase;
let disturbed: TestDatabase;
const deliveries = smallShop();

beforeAll(async () => {
  feeds = new FeedHouse(sixSources);
  [undisturbed, disturbed] = [await feeds.open(), await feeds.open()];
});
afterAll(() => feeds.close());

function put(source: string, name: string): void {
  const delivery = deliveries.find((one) => one.source === source && one.name === name);
  for (const [feed, rows] of Object.entries(delivery?.files ?? {}))
    feeds.deliver(source, feed as keyof NonNullable<typeof delivery>['files'], rows, { name, at: delivery?.at ?? 0 });
}

/** Scans that heal with their parcels, cases that change owners, customers that are linked: each dies once, late in its work. */
it.each([
  ['ways', '1', 'merge'],
  ['back', '1', 'journey'],
  ['desk', '1', 'rollup'],
  ['club', '1', 'commit'],
  ['site', '1', 'merge'],
  ['back', '2', 'merge'],
  ['desk', '2', 'commit'],
  ['club', '2', 'journey'],
  ['ways', '2', 'rollup'],
])(
  'a load of %s (delivery %s) killed in %s leaves what was there, and its rerun what an undisturbed load leaves',
  async (source, name, stage) => {
    put(source, name);
    const before = await dump(disturbed.pool);
    await kill(await loadUntil(stage, disturbed.url, feeds.folderOf(source), source));
    const rows = (all: Record<string, string[]>) =>
      Object.fromEntries(Object.entries(all).filter(([, lines]) => lines.length > 0));
    expect(differences(rows(before), rows(await dump(disturbed.pool)))).toEqual({});
    await feeds.load(disturbed, source);
    await feeds.load(undisturbed, source);
    expect(differences(await dump(undisturbed.pool), await dump(disturbed.pool))).toEqual({});
  },
);

it('no working table is left', async () => {
  const { rows } = await disturbed.pool.query(
    `select relname from pg_class where relnamespace = 'landing'::regnamespace and relkind = 'r'`,
  );
  expect(rows).toEqual([]);
});
