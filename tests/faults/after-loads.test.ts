import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { catchUpOn } from '@rapport/etl';
import { Workshop } from '../formats/sources.ts';
import { flatSource } from '../formats/small-shop.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { emptyHouse } from './loads.ts';

const shop = new Workshop();
let house: TestDatabase;
beforeAll(async () => {
  vi.stubEnv('RAPPORT_SOURCES', shop.folder);
  house = await emptyHouse();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await house.drop();
});

const count = async (what: string): Promise<number> =>
  Number((await house.pool.query<{ n: string }>(`select count(*) as n from ${what}`)).rows[0]?.n);
const orders = (): Promise<number> =>
  count(`mart.orders_daily d, generate_series(1, d.orders) where dimension = '' and span = 'day'`);
const unweighed = 'ops.words_read where not reviews_weighed';
const unlooked = 'ops.data_version v where not exists (select from ops.alarm_looks l where l.data_version = v.version)';

/** Loads an order with a review; what it says of what is made after loads. */
async function loadOne(no: number): Promise<string[]> {
  shop.deliver({
    'people.csv': `id,name,city\np${no},Person,Hangzhou`,
    'orders.csv': `id,person,status,ordered\no${no},p${no},delivered,2024-01-0${no} 08:00`,
    'items.csv': `order_id,no,sku,price\no${no},1,s,9.90`,
    'reviews.csv': `id,order_id,score,text,at\nr${no},o${no},2,The lid of number ${no} was cracked,2024-01-0${no} 20:00`,
  });
  expect(await shop.load(house.url, 'beside')).toMatchObject({ state: 'committed' });
  const said: string[] = [];
  await catchUpOn(house.url, { log: (level, event) => void (level === 'error' && said.push(event)) });
  return said;
}

/** Of everything made beside loads, what there is of it now. */
const made = async () => ({
  orders: await orders(),
  texts: await count('journey.text_words'),
  stale: await count('ops.rollups where stale_since is not null'),
  unweighed: await count(unweighed),
  unlooked: await count(unlooked),
});

it('a fault in what is made after loads fails none, holds up nothing beside it, and is made up for', async () => {
  const flat = flatSource('.csv');
  const files = Object.fromEntries(
    Object.entries(flat.files).map(([role, file]) => [role, { ...(file as object), delivery: 'delta' }]),
  );
  shop.source('beside', { ...flat, files });
  expect(await loadOne(1)).toEqual([]);
  expect(await made()).toEqual({ orders: 1, texts: 1, stale: 0, unweighed: 0, unlooked: 0 });

  await house.pool.query('alter table journey.text_words rename to text_words_away');
  expect(await loadOne(2)).toEqual(['words.left']);
  await house.pool.query('alter table journey.text_words_away rename to text_words');
  expect(await made()).toEqual({ orders: 2, texts: 1, stale: 0, unweighed: 0, unlooked: 0 });

  await house.pool.query('alter table journey.review_signals rename to review_signals_away');
  expect(await loadOne(3)).toEqual(['words.left']);
  await house.pool.query('alter table journey.review_signals_away rename to review_signals');
  expect(await made()).toEqual({ orders: 3, texts: 3, stale: 0, unweighed: 1, unlooked: 0 });

  await house.pool.query('alter table ops.watched_figures rename to watched_figures_away');
  expect(await loadOne(4)).toEqual(['figures.left']);
  await house.pool.query('alter table ops.watched_figures_away rename to watched_figures');
  expect(await made()).toEqual({ orders: 4, texts: 4, stale: 0, unweighed: 0, unlooked: 1 });

  await catchUpOn(house.url);
  expect(await made()).toEqual({ orders: 4, texts: 4, stale: 0, unweighed: 0, unlooked: 0 });
});
