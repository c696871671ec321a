import { afterEach, beforeEach, expect, it } from 'vitest';
import { verifyRollups } from '@rapport/model/metrics';
import type { TestDatabase } from '../testkit/index.ts';
import { differences, dump } from './dump.ts';
import { emptyHouse, load, refusal } from './loads.ts';
import { shop, smallShop, type OlistFile } from './olist-files.ts';

const orders: OlistFile = 'olist_orders_dataset.csv';
const customers: OlistFile = 'olist_customers_dataset.csv';
const reviews: OlistFile = 'olist_order_reviews_dataset.csv';

let house: TestDatabase;
beforeEach(async () => {
  house = await emptyHouse();
});
afterEach(() => house.drop());

async function rows(sql: string): Promise<Record<string, unknown>[]> {
  return (await house.pool.query(sql)).rows;
}

it('the same files again change nothing, and the run says so', async () => {
  const made = smallShop();
  await load(house.url, made.deliver());
  const before = await dump(house.pool);
  expect((await load(house.url, made.directory)).state).toBe('unchanged');
  expect((await load(house.url, made.deliver())).state).toBe('unchanged');
  expect(differences(before, await dump(house.pool))).toEqual({});
});

it('every file is answered for: read is the sum of what became of its records', async () => {
  const made = smallShop().row(orders, 'too,few').review('r-x', 'nobody', 3);
  made.row(customers, 'c0-o0,c0,01001,sao paulo,SP');
  const report = await load(house.url, made.deliver());
  for (const line of report.feeds) {
    const { read, inserted, updated, unchanged, duplicate, superseded, pending, quarantined } = line;
    expect([line.fileName, inserted + updated + unchanged + duplicate + superseded + pending + quarantined]).toEqual([
      line.fileName,
      read,
    ]);
  }
  expect(report.feeds.find(({ feed, home }) => feed === 'orders' && home)).toMatchObject({
    read: 61,
    inserted: 60,
    quarantined: 1,
  });
  expect(report.feeds.find(({ feed }) => feed === 'reviews')).toMatchObject({ read: 61, inserted: 60, pending: 1 });
  expect(report.feeds.find(({ feed }) => feed === 'customers')).toMatchObject({
    read: 61,
    inserted: 40,
    superseded: 21,
  });
});

it('a corrected status changes that order, its customer’s journeys and their cells, and nothing else', async () => {
  const made = smallShop();
  await load(house.url, made.deliver());
  const before = await dump(house.pool);
  made.change(orders, (row) => (row.startsWith('o44,') ? row.replace(',delivered,', ',canceled,') : row));
  const report = await load(house.url, made.deliver());
  expect(report.feeds.find(({ feed }) => feed === 'orders')).toMatchObject({ updated: 1, unchanged: 59 });
  const changed = differences(before, await dump(house.pool));
  expect(changed['core.orders']?.come).toHaveLength(1);
  const customersTouched = new Set(
    (changed['journey.order_journey']?.come ?? []).map(
      (line) => (JSON.parse(line) as { customer_id: string }).customer_id,
    ),
  );
  expect(customersTouched.size).toBe(1);
  expect(Object.keys(changed).filter((table) => table.startsWith('core.'))).toEqual(['core.orders']);
  expect(await verifyRollups(house.pool)).toEqual([]);
});

it('an order that is gone from the new picture is deleted, counts nowhere, and comes back whole', async () => {
  const made = smallShop();
  await load(house.url, made.deliver());
  const before = await dump(house.pool, ['file_id', 'file_time', 'record_no']);
  const whole = made.text(orders);
  made.change(orders, (row) => (row.startsWith('o7,') ? null : row));
  const report = await load(house.url, made.deliver());
  expect(report.feeds.find(({ feed }) => feed === 'orders')).toMatchObject({ deleted: 1 });
  expect(await rows(`select external_id from core.orders where deleted_at is not null`)).toEqual([
    { external_id: 'o7' },
  ]);
  expect(await rows(`select count(*) as n from journey.order_journey`)).toEqual([{ n: 59 }]);
  expect(await verifyRollups(house.pool)).toEqual([]);
  await load(house.url, made.deliver({ [orders]: () => whole }));
  expect(differences(before, await dump(house.pool, ['file_id', 'file_time', 'record_no']))).toEqual({});
});

it('a picture that lacks most of what was there is refused until somebody says that it is right', async () => {
  const made = smallShop();
  await load(house.url, made.deliver());
  made.change(orders, (row) => (/^o[0-4],/.test(row) ? row : null));
  const { code, message } = await refusal(house.url, made.deliver());
  expect(code).toBe('too_many_deletes');
  expect(message).toContain('would delete 55 of 60 rows of "orders"');
  expect(await rows('select count(*) as n from journey.order_journey')).toEqual([{ n: 60 }]);
  expect((await load(house.url, made.directory, { allowDeletes: true })).state).toBe('committed');
  expect(await rows('select count(*) as n from journey.order_journey')).toEqual([{ n: 5 }]);
});

it('a picture with refused records deletes nothing, and says so in both languages', async () => {
  const made = smallShop();
  await load(house.url, made.deliver());
  made.change(orders, (row) => (row.startsWith('o7,') ? 'o7,broken' : row));
  const report = await load(house.url, made.deliver());
  expect(report.notes.map(({ code }) => code)).toContain('deletes_withheld');
  expect(report.notes[0]?.zh).toContain('未删除');
  expect(await rows('select count(*) as n from journey.order_journey')).toEqual([{ n: 60 }]);
});

it('an older picture that comes late is superseded whole', async () => {
  const made = smallShop();
  const old = made.text(orders);
  made.deliver();
  made.change(orders, (row) => row.replace(',shipped,', ',processing,'));
  await load(house.url, made.deliver());
  const before = await dump(house.pool);
  const late = smallShop();
  late.deliver({ [orders]: () => old });
  const report = await load(house.url, late.directory);
  expect(report.feeds.filter(({ superseded }) => superseded > 0)).toMatchObject([
    { feed: 'orders', read: 60, superseded: 60 },
  ]);
  expect(differences(before, await dump(house.pool))).toEqual({});
});

it('a record that stands twice counts once; of two versions in one file the later one stays', async () => {
  const made = shop()
    .order('ada', 'o1', { on: '2018-01-02', score: 5 })
    .review('r-o1', 'o1', 5)
    .review('r-o1', 'o1', 2);
  const report = await load(house.url, made.deliver());
  expect(report.feeds.find(({ feed }) => feed === 'reviews')).toMatchObject({ read: 3, inserted: 1, superseded: 2 });
  expect(await rows('select score from core.reviews')).toEqual([{ score: 2 }]);
});

it('a review of an unknown order is shown as pending and heals when the order comes', async () => {
  const made = shop().order('ada', 'o1', { on: '2018-01-02' }).review('r1', 'o2', 4);
  const first = await load(house.url, made.deliver());
  expect(first.feeds.find(({ feed }) => feed === 'reviews')).toMatchObject({ read: 1, pending: 1 });
  expect(await rows('select feed, parent_concept, parent_external_id, file_name, record_no from ops.pending')).toEqual([
    { feed: 'reviews', parent_concept: 'order', parent_external_id: 'o2', file_name: reviews, record_no: 1 },
  ]);
  made.order('bob', 'o2', { on: '2018-01-05' });
  const second = await load(house.url, made.deliver());
  expect(second.feeds.find(({ feed }) => feed === 'reviews')).toMatchObject({ home: false, read: 0, healed: 1 });
  expect(await rows('select count(*) as n from ops.pending')).toEqual([{ n: 0 }]);
  expect(await rows('select reviews_count as n from journey.order_journey order by ordered_on')).toEqual([
    { n: 0 },
    { n: 1 },
  ]);
  expect(await verifyRollups(house.pool)).toEqual([]);
});

it('an order that turns out to be another person’s moves there with everything that hangs on it', async () => {
  const made = smallShop();
  await load(house.url, made.deliver());
  made.change(customers, (row) => row.replace('c3-o3,c3,', 'c3-o3,newcomer,'));
  await load(house.url, made.deliver());
  const fresh = await emptyHouse();
  await load(fresh.url, made.directory);
  const leftOut = ['file_id', 'file_time', 'record_no'];
  const changed = differences(await dump(fresh.pool, leftOut), await dump(house.pool, leftOut));
  expect(Object.keys(changed)).toEqual([]);
  expect(await verifyRollups(house.pool)).toEqual([]);
  await fresh.drop();
});

it('an order without a buyer belongs to a guest until its buyer is known', async () => {
  const made = smallShop();
  const known = made.text(customers);
  await load(house.url, made.deliver({ [customers]: (text) => text.replace(/^c9-o9,.*\n/m, '') }));
  expect(await rows('select external_id from core.customers where not identified')).toEqual([
    { external_id: 'guest:o9' },
  ]);
  expect(await rows('select count(*) as n from journey.order_journey where not identified')).toEqual([{ n: 1 }]);
  await load(house.url, made.deliver({ [customers]: () => known }));
  expect(await rows('select count(*) as n from core.customers where not identified')).toEqual([{ n: 0 }]);
  const fresh = await emptyHouse();
  await load(fresh.url, made.directory);
  const leftOut = ['file_id', 'file_time', 'record_no'];
  expect(differences(await dump(fresh.pool, leftOut), await dump(house.pool, leftOut))).toEqual({});
  await fresh.drop();
});

it('what facts name before its own feed does gets a placeholder, which the feed makes real', async () => {
  const made = smallShop().order('zoe', 'o99', { on: '2018-02-02', product: 'p-new' });
  await load(house.url, made.deliver());
  expect(await rows('select external_id, inferred, category_code from core.products order by 1')).toMatchObject([
    { external_id: 'p-new', inferred: true },
    { external_id: 'p1' },
  ]);
  made.row('olist_products_dataset.csv', 'p-new,artes,1,2,3,4,5,6,7');
  await load(house.url, made.deliver());
  expect(await rows(`select inferred, category_code from core.products where external_id = 'p-new'`)).toEqual([
    { inferred: false, category_code: 'artes' },
  ]);
  expect(await rows(`select categories from journey.order_journey where 'artes' = any (categories)`)).toHaveLength(1);
  expect(await rows(`select inferred from core.categories where code = 'artes'`)).toEqual([{ inferred: true }]);
  expect(await verifyRollups(house.pool)).toEqual([]);
});

it('a dry run tells what it would do and leaves no trace', async () => {
  const made = smallShop().row(orders, 'too,few');
  const before = await dump(house.pool);
  const report = await load(house.url, made.deliver(), { dryRun: true });
  expect(report).toMatchObject({ state: 'dry-run', runId: null });
  expect(report.feeds.find(({ feed }) => feed === 'orders')).toMatchObject({ read: 61, inserted: 60, quarantined: 1 });
  expect(report.refused).toMatchObject([{ feed: 'orders', reason: 'too_few_fields', recordNo: 61, lineNo: 62 }]);
  expect(differences(before, await dump(house.pool))).toEqual({});
  expect(
    await rows(
      'select (select count(*) from ops.runs) as runs, (select count(*) from ops.files) as files, (select count(*) from ops.quarantine) as q',
    ),
  ).toEqual([{ runs: 0, files: 0, q: 0 }]);
  expect(
    await rows(`select count(*) as n from pg_class where relnamespace = 'landing'::regnamespace and relkind = 'r'`),
  ).toEqual([{ n: 0 }]);
});

it('a first load of many customers and few orders leaves right rollups and no working table', async () => {
  const made = smallShop();
  for (let n = 1; n <= 2000; n++) made.row(customers, `still-${n},still-${n},01001,sao paulo,SP`);
  const report = await load(house.url, made.deliver());
  expect(report.state).toBe('committed');
  expect(await verifyRollups(house.pool)).toEqual([]);
  expect(
    await rows(`select sum(orders) as orders from mart.orders_daily where span = 'day' and dimension = ''`),
  ).toEqual([{ orders: 60 }]);
  expect(await rows(`select relname from pg_class where relnamespace = 'landing'::regnamespace`)).toEqual([]);
});
