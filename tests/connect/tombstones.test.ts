import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyRollups } from '@rapport/model/metrics';
import { ConnectedHouse } from './connected-shop.ts';

let house: ConnectedHouse;
beforeAll(async () => {
  house = await ConnectedHouse.open();
});
afterAll(() => house.close());

const sql = (source: string) => ({
  orders: `select file_id, record_no, id as external_id, person as customer_ref, status, placed as ordered_at, changed as source_version from landing.${source}__orders`,
  order_items: `select file_id, record_no, order_id || '-' || no as external_id, order_id as order_ref, no as item_no, price from landing.${source}__items`,
});

/** Plain files of changes, whose records may say that their row is gone. */
function declare(name: string, tombstone = 'gone'): void {
  house.sources.clear().write(
    name,
    `files:
  orders:
    file: orders*.csv
    delivery: delta
    optional: true
    tombstone: ${tombstone}
    columns: { id: text, person: text, status: text, placed: timestamptz, changed: timestamptz, gone: boolean, state: text }
  items:
    file: items*.csv
    delivery: delta
    optional: true
    tombstone: removed
    columns: { order_id: text, no: integer, price: numeric, removed: timestamptz }
feeds: { orders: { from: orders }, order_items: { from: items } }
`,
    sql(name),
  );
}

const orders = (name: string, ...lines: string[]) =>
  house.sources.put(`${name}.csv`, `id,person,status,placed,changed,gone,state\n${lines.join('\n')}\n`);
const items = (name: string, ...lines: string[]) =>
  house.sources.put(`${name}.csv`, `order_id,no,price,removed\n${lines.join('\n')}\n`);
const order = (id: string, status: string, day: number): string =>
  `${id},ada,${status},2024-01-01 10:00:00+08,2024-02-${String(day).padStart(2, '0')},,`;

async function load(name: string) {
  const report = await house.load(name, { from: house.sources.inbox });
  expect(await verifyRollups(house.database.pool)).toEqual([]);
  return report;
}

async function living(shop: string): Promise<string[]> {
  const rows = await house.rows<{ line: string }>(
    `select external_id || ' ' || status as line from core.orders where shop = $1 and deleted_at is null order by 1`,
    [shop],
  );
  return rows.map(({ line }) => line);
}
const journeys = (shop: string) =>
  house.rows<{ id: string }>(
    'select o.external_id as id from journey.order_journey j join core.orders o on o.id = j.order_id where j.shop = $1 and o.deleted_at is null order by 1',
    [shop],
  );

it('a record with its key alone takes the row away; nothing else is asked of it', async () => {
  declare('bare');
  orders('orders-1', order('a', 'created', 1), order('b', 'created', 1));
  await load('bare');
  orders('orders-2', 'a,,,,,t,');
  expect((await load('bare')).feeds[0]).toMatchObject({ read: 1, updated: 1, quarantined: 0 });
  expect(await living('bare')).toEqual(['b created']);
  expect(await journeys('bare')).toEqual([{ id: 'b' }]);
  orders('orders-3', 'a,,,,,t,', 'never,,,,,t,', ',,,,,t,');
  expect((await load('bare')).feeds[0]).toMatchObject({ read: 3, unchanged: 2, quarantined: 1 });
});

it('in the first delivery of a shop, too, what is gone does not come', async () => {
  declare('begin');
  orders('orders-1', order('a', 'created', 1), 'b,,,,,t,', order('c', 'created', 1), 'c,,,,,t,');
  items('items-1', 'a,1,9.50,', 'a,2,9.50,2024-01-02');
  const { feeds } = await load('begin');
  expect(feeds.find(({ feed }) => feed === 'orders')).toMatchObject({ read: 4, inserted: 1 });
  expect(feeds.find(({ feed }) => feed === 'order_items')).toMatchObject({ read: 2, inserted: 1 });
  expect(await living('begin')).toEqual(['a created']);
});

it('the latest wins, whichever file comes first', async () => {
  declare('late');
  orders('orders-1', order('a', 'created', 1), order('b', 'created', 1));
  await load('late');
  orders('orders-2', `${order('a', 'created', 5).slice(0, -2)},t,`, `${order('b', 'created', 5).slice(0, -2)},t,`);
  await load('late');
  expect(await living('late')).toEqual([]);
  orders('orders-3', order('a', 'shipped', 3));
  expect((await load('late')).feeds[0]).toMatchObject({ superseded: 1 });
  orders('orders-4', order('b', 'delivered', 9), `${order('b', 'created', 7).slice(0, -2)},t,`);
  await load('late');
  expect(await living('late')).toEqual(['b delivered']);
});

it('a word in a column may be the mark', async () => {
  declare('word', '{ column: state, is: [deleted, spam] }');
  orders('orders-1', order('a', 'created', 1), `${order('b', 'created', 1)}open`);
  await load('word');
  orders('orders-2', `${order('a', 'created', 2)}deleted`, `${order('b', 'shipped', 2)}open`);
  await load('word');
  expect(await living('word')).toEqual(['b shipped']);
});

it('a row that still waits for its parent is not waited for any more', async () => {
  declare('waits');
  items('items-1', 'o1,1,5.00,', 'o1,2,6.00,');
  await load('waits');
  items('items-2', 'o1,1,,2024-03-01');
  await load('waits');
  orders('orders-1', order('o1', 'created', 1));
  await load('waits');
  const rows = await house.rows(
    'select external_id from core.order_items where shop = $1 and deleted_at is null order by 1',
    ['waits'],
  );
  expect(rows).toEqual([{ external_id: 'o1-2' }]);
});

it('an order and its line go together, and the order’s figures with them', async () => {
  declare('both');
  orders('orders-1', order('a', 'created', 1), order('b', 'created', 1));
  items('items-1', 'a,1,5.00,', 'b,1,6.00,');
  await load('both');
  orders('orders-2', 'a,,,,,t,');
  items('items-2', 'a,1,,2024-03-01');
  await load('both');
  expect(await living('both')).toEqual(['b created']);
  const money = 'select sum(items_minor)::int as minor from journey.order_journey where shop = $1';
  expect(await house.rows(money, ['both'])).toEqual([{ minor: 600 }]);
});

it('a list without keys of its own cannot lose rows one by one', async () => {
  house.sources.clear().write(
    'lists',
    `files: { regions: { file: regions.csv, delivery: delta, tombstone: gone, columns: { code: text, gone: boolean } } }
feeds: { regions: { from: regions } }
`,
    {
      regions: `select file_id, record_no, code as external_id, code as label_en, code as label_zh from landing.lists__regions`,
    },
  );
  house.sources.put('regions.csv', 'code,gone\nnorth,t\n');
  const error = await house.refusal('lists', { from: house.sources.inbox });
  expect(error.message).toContain('files.regions.tombstone: rows of "regions" cannot be taken away one by one');
});
