import { afterEach, beforeEach, expect, it } from 'vitest';
import type { TestDatabase } from '../testkit/index.ts';
import { emptyHouse, kill, load, loadUntil, refusal } from './loads.ts';
import { smallShop } from './olist-files.ts';

let house: TestDatabase;
beforeEach(async () => {
  house = await emptyHouse();
});
afterEach(() => house.drop());

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  return (await house.pool.query(sql)).rows;
}

it('a second load of the same source is refused while the first one runs', async () => {
  const made = smallShop();
  const first = await loadUntil('merge', house.url, made.deliver());
  const { code, message } = await refusal(house.url, made.directory);
  await kill(first);
  expect(code).toBe('source_busy');
  expect(message).toMatch(/"olist" is being ingested already \(run \d+, stage merge\)/);
});

it('a run whose turn was taken over may not publish', async () => {
  const made = smallShop();
  const takeOver = () => house.pool.query('update ops.source_leases set fencing_token = fencing_token + 1');
  const taken: Promise<unknown>[] = [];
  const { code } = await refusal(house.url, made.deliver(), {
    onProgress: ({ stage }) => stage === 'merge' && taken.push(takeOver()),
  });
  await Promise.all(taken);
  expect(code).toBe('fenced_off');
  expect(await rows(`select count(*) as n from core.orders`)).toEqual([{ n: 0 }]);
  expect(await rows(`select state, error_code from ops.runs`)).toEqual([{ state: 'failed', error_code: 'fenced_off' }]);
});

it('a load that is told to stop publishes nothing and says where it was', async () => {
  const stop = new AbortController();
  const { code } = await refusal(house.url, smallShop().deliver(), {
    signal: stop.signal,
    onProgress: ({ stage }) => stage === 'journey' && stop.abort(),
  });
  expect(code).toBe('interrupted');
  expect(await rows('select count(*) as n from core.orders')).toEqual([{ n: 0 }]);
  expect(await rows('select state, stage, error_code from ops.runs')).toEqual([
    { state: 'failed', stage: 'journey', error_code: 'interrupted' },
  ]);
  expect((await load(house.url, smallShop().deliver())).state).toBe('committed');
});

it('a reader sees all of a load or none of it', async () => {
  const made = smallShop();
  await load(house.url, made.deliver());
  made.order('late', 'o60', { on: '2018-06-30', score: 5 });
  const seen = new Set<string>();
  const loading = new AbortController();
  const reading = (async () => {
    while (!loading.signal.aborted) {
      const [found] = await rows(
        `select (select count(*) from core.orders) as orders, (select count(*) from core.order_items) as items, (select count(*) from journey.order_journey) as journeys,
          (select sum(orders) from mart.orders_daily where span = 'day' and dimension = '') as counted, (select version from ops.data_version) as version`,
      );
      seen.add(JSON.stringify(found));
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
  })();
  await load(house.url, made.deliver());
  loading.abort();
  await reading;
  const states = new Set(
    [60, 61].map((n, at) => JSON.stringify({ orders: n, items: n, journeys: n, counted: n, version: at + 1 })),
  );
  expect([...seen].filter((one) => !states.has(one))).toEqual([]);
});
