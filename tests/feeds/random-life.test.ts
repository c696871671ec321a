import { afterAll, beforeAll, expect, it } from 'vitest';
import { feedContracts, type FeedName } from '@rapport/etl';
import { verifyRollups } from '@rapport/model/metrics';
import { dump } from '../faults/dump.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { FeedHouse } from './house.ts';
import { randomLife, type Picture } from './random-life.ts';
import { shuffled } from './small-shop.ts';

const feedsOf = {
  back: ['orders'],
  ways: ['shipments', 'tracking_events'],
  desk: ['service_cases', 'case_events', 'compensations'],
  site: ['touchpoints'],
  club: ['customer_links'],
} satisfies Record<string, FeedName[]>;
const DAYS = 3;
let feeds: FeedHouse;

beforeAll(() => {
  feeds = new FeedHouse(
    Object.entries(feedsOf).map(([name, ours]) => ({ name, shop: 'tried', feeds: ours, delivery: 'snapshot' })),
  );
});
afterAll(() => feeds.close());

async function deliver(house: TestDatabase, picture: Picture, order: readonly string[]): Promise<void> {
  for (const source of order) {
    for (const [feed, rows] of Object.entries(picture[source] ?? {})) feeds.deliver(source, feed as FeedName, rows);
    await feeds.load(house, source, { allowDeletes: true });
  }
}

/** What is alive, without where it came from; what waits. */
async function alive(house: TestDatabase): Promise<Record<string, unknown>> {
  const found: Record<string, unknown> = {};
  const ours = Object.values(feedsOf).flat() as FeedName[];
  for (const { feed, table } of feedContracts.filter((contract) => ours.includes(contract.feed))) {
    const { rows } = await house.pool.query<{ line: string }>(
      `select (to_jsonb(t) - '{file_id,file_time,record_no}'::text[])::text as line from ${table} t where deleted_at is null order by 1`,
    );
    found[feed] = rows.map(({ line }) => line);
  }
  const { rows } = await house.pool.query(
    `select i.id, i.customer_id from core.identity i where exists (
       select from core.orders t where t.id = i.id and t.deleted_at is null union all select from core.shipments t where t.id = i.id and t.deleted_at is null
       union all select from core.service_cases t where t.id = i.id and t.deleted_at is null) order by 1`,
  );
  found['identities'] = rows;
  const { rows: pending } = await house.pool.query('select feed, id from ops.pending order by 1, 2');
  found['pending'] = pending;
  const journeys = Object.entries(await dump(house.pool, ['file_id', 'file_time', 'record_no']));
  return { ...found, ...Object.fromEntries(journeys.filter(([table]) => /^(journey|mart)\./.test(table))) };
}

it.each([1, 2, 3, 4])('what is left after days of changes is what the last day alone gives (%i)', async (seed) => {
  const days = randomLife(seed, DAYS);
  const [lived, fresh] = [await feeds.open(), await feeds.open()];
  const sources = Object.keys(feedsOf);
  for (const [day, picture] of days.entries()) await deliver(lived, picture, shuffled(sources, seed * 10 + day));
  const last = days.at(-1) ?? {};
  for (const source of sources) {
    for (const [feed, rows] of Object.entries(last[source] ?? {})) feeds.deliver(source, feed as FeedName, rows);
    await feeds.load(lived, source, { allowDeletes: true });
    await feeds.load(fresh, source);
  }
  expect(await verifyRollups(lived.pool)).toEqual([]);
  expect(await alive(lived)).toEqual(await alive(fresh));
});
