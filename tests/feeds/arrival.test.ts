import { afterAll, beforeAll, expect, it } from 'vitest';
import { feedContracts, type FeedName } from '@rapport/etl';
import { verifyRollups } from '@rapport/model/metrics';
import { differences, dump } from '../faults/dump.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { FeedHouse } from './house.ts';
import { contractOf } from './made-source.ts';
import { dice, shuffled, sixSources, smallShop, type Delivery } from './small-shop.ts';
import { expectedOwners } from './whose.ts';

let feeds: FeedHouse;
let reference: TestDatabase;
let expected: Record<string, string[]>;
const deliveries = smallShop();
const isOf = (shape: string): boolean => ['order', 'child', 'owned', 'event'].includes(shape);

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

it('every row belongs to whom the contract says', async () => {
  const ofCustomers = feedContracts.filter(({ shape }) => isOf(shape));
  const wanted = expectedOwners(
    deliveries,
    ofCustomers.map(({ feed }) => feed),
  );
  const ids = new Map<string, string>();
  for (const owner of new Set(Object.values(wanted))) {
    const { rows } = await reference.pool.query<{ id: string }>(`select core.id_of('customer', 'tried', $1) as id`, [
      owner,
    ]);
    ids.set(rows[0]?.id ?? '', owner);
  }
  const found: Record<string, string> = {};
  for (const { feed, table, at, columns } of ofCustomers) {
    const parent = columns['shipment_ref'] ? 'core.shipments' : columns['case_ref'] ? 'core.service_cases' : null;
    const above =
      at && parent
        ? `(select p.external_id from ${parent} p where p.id = t.${parent === 'core.shipments' ? 'shipment_id' : 'case_id'})`
        : `''`;
    const { rows } = await reference.pool.query<{ id: string; above: string; time: Date | null; customer: string }>(
      `select t.external_id as id, ${above} as above, ${at ? `t.${at}` : 'null'} as time, t.customer_id as customer from ${table} t where t.deleted_at is null`,
    );
    for (const { id, above: parentId, time, customer } of rows)
      found[`${feed} ${time ? [parentId, id, time.toISOString()].join('/') : id}`] = ids.get(customer) ?? customer;
  }
  expect(Object.fromEntries(Object.entries(found).toSorted(([a], [b]) => (a < b ? -1 : 1)))).toEqual(wanted);
});

it('the state of the feeds counts the rows there are', async () => {
  const { rows } = await reference.pool.query<{ feed: string; rows: number }>(
    'select feed, sum(rows)::int as rows from ops.feed_state group by 1 order by 1',
  );
  const counted = await Promise.all(
    rows.map(async ({ feed }) => {
      const { shape, table } = contractOf(feed as FeedName);
      const placeholders = shape === 'content' || isOf(shape) ? '' : 'and not inferred';
      const deleted = shape === 'content' || shape === 'code' ? '' : 'and deleted_at is null';
      const found = await reference.pool.query<{ n: number }>(
        `select count(*)::int as n from ${table} where true ${placeholders} ${deleted}`,
      );
      return { feed, rows: found.rows[0]?.n };
    }),
  );
  expect(rows).toEqual(counted);
});

it.each([1, 2, 3, 4, 5, 6])('files of six systems in another order (%i) give the same house', async (seed) => {
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
});

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
