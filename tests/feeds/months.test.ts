import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { TestDatabase } from '../testkit/index.ts';
import { FeedHouse } from './house.ts';
import { order, parcel, scan, touch } from './rows.ts';

let feeds: FeedHouse;
beforeAll(() => {
  feeds = new FeedHouse([
    { name: 'one', shop: 'first', feeds: ['orders', 'shipments', 'tracking_events', 'touchpoints'], delivery: 'delta' },
    {
      name: 'two',
      shop: 'second',
      feeds: ['orders', 'shipments', 'tracking_events', 'touchpoints'],
      delivery: 'delta',
    },
  ]);
});
afterEach(() => feeds.clear());
afterAll(() => feeds.close());

const months = async (house: TestDatabase, table: string): Promise<string[]> => {
  const { rows } = await house.pool.query<{ line: string }>(
    `select t.tableoid::regclass || ' ' || count(*) as line from core.${table} t group by t.tableoid order by t.tableoid::regclass::text`,
  );
  return rows.map(({ line }) => line);
};

function deliver(source: string, times: readonly string[], name = '1'): void {
  feeds.deliver(source, 'orders', [order('o1', 'ada')], { name });
  feeds.deliver(source, 'shipments', [parcel('p1', 'o1')], { name });
  feeds.deliver(
    source,
    'tracking_events',
    times.map((at, n) => scan(String(n), 'p1', at)),
    { name },
  );
  feeds.deliver(
    source,
    'touchpoints',
    times.map((at, n) => touch(String(n), { occurred_at: at })),
    { name },
  );
}

it('events lie in the month of their time, UTC; the months are made as they are needed', async () => {
  const house = await feeds.open();
  deliver('one', ['2025-01-31T23:59:59Z', '2025-02-01T00:00:00Z', '2025-02-28T20:00:00Z']);
  await feeds.load(house, 'one');
  expect(await months(house, 'tracking_events')).toEqual([
    'core.tracking_events_2025_01 1',
    'core.tracking_events_2025_02 2',
  ]);
  deliver('one', ['2025-01-31T23:59:59Z', '2025-04-01T00:00:00Z'], '2');
  await feeds.load(house, 'one');
  expect(await months(house, 'tracking_events')).toEqual([
    'core.tracking_events_2025_01 1',
    'core.tracking_events_2025_02 2',
    'core.tracking_events_2025_04 1',
  ]);
  expect(await months(house, 'touchpoints')).toHaveLength(3);
});

it('rows that stand in the default partition move into their month when it is made', async () => {
  const house = await feeds.open();
  await house.pool.query(
    `insert into core.touchpoints (customer_id, id, shop, external_id, visit_ref, kind, occurred_at, occurred_on, file_time, file_id, record_no, row_hash)
     select gen_random_uuid(), gen_random_uuid(), 'other', 'x', 'v', 'page', t, t::date, now(), gen_random_uuid(), 1, 1 from unnest(array[timestamptz '2025-01-10', '2025-03-10']) t`,
  );
  deliver('one', ['2025-01-12T00:00:00Z']);
  await feeds.load(house, 'one');
  expect(await months(house, 'touchpoints')).toEqual(['core.touchpoints_2025_01 2', 'core.touchpoints_default 1']);
});

it('two shops that load the same months at once both land', async () => {
  const house = await feeds.open();
  const times = Array.from({ length: 6 }, (_, month) => `2025-0${month + 1}-15T00:00:00Z`);
  deliver('one', times);
  deliver('two', times);
  const reports = await Promise.all([feeds.load(house, 'one'), feeds.load(house, 'two')]);
  expect(reports.map(({ state }) => state)).toEqual(['committed', 'committed']);
  expect(await months(house, 'tracking_events')).toEqual(
    times.map((at) => `core.tracking_events_${at.slice(0, 7).replace('-', '_')} 2`),
  );
});

it('a reader in the middle of a transaction is neither disturbed nor waited for in vain', async () => {
  const house = await feeds.open();
  deliver('one', ['2025-01-12T00:00:00Z']);
  const reader = await house.pool.connect();
  await reader.query('begin; select count(*) from core.touchpoints');
  const loading = feeds.load(house, 'one');
  await new Promise((resolve) => setTimeout(resolve, 1500));
  const began = await house.pool.query('select count(*)::int as n from core.touchpoints');
  expect(began.rows).toEqual([{ n: 0 }]);
  await reader.query('rollback');
  reader.release();
  expect((await loading).state).toBe('committed');
});

it('a question for one month reads that month alone', async () => {
  const house = await feeds.open();
  deliver('one', ['2025-01-12T00:00:00Z', '2025-02-12T00:00:00Z', '2025-03-12T00:00:00Z']);
  await feeds.load(house, 'one');
  const { rows } = await house.pool.query<{ 'QUERY PLAN': string }>(
    `explain (costs off) select * from core.tracking_events where occurred_at >= '2025-02-01Z' and occurred_at < '2025-03-01Z'`,
  );
  const read = rows.flatMap((row) => /tracking_events_\w+/.exec(row['QUERY PLAN'])?.[0] ?? []);
  expect([...new Set(read)]).toEqual(['tracking_events_2025_02']);
});
