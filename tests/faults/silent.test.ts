import { renameSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { checkSource } from '@rapport/etl';
import { verifyRollups } from '@rapport/model/metrics';
import type { TestDatabase } from '../testkit/index.ts';
import { emptyHouse, load, refusal } from './loads.ts';
import { shop, smallShop } from './olist-files.ts';
import { ordersSql, TriedSources } from './tried-source.ts';

let house: TestDatabase;
let tried: TriedSources;
beforeEach(async () => {
  tried = new TriedSources();
  vi.stubEnv('RAPPORT_SOURCES', tried.folder);
  house = await emptyHouse();
});
afterEach(async () => {
  vi.unstubAllEnvs();
  await house.drop();
});

const rows = async (sql: string): Promise<Record<string, unknown>[]> => (await house.pool.query(sql)).rows;
const tell = (name: string, options = {}) => load(house.url, tried.inbox, { source: name, ...options });
const refused = (name: string) => refusal(house.url, tried.inbox, { source: name });

const ORDER = 'id,person,status,at\n';
const plain = (delivery: string, more = ''): string =>
  `files: { orders: { file: orders*.csv, delivery: ${delivery}, columns: { id: text, person: text, status: text, at: timestamp } } }
feeds: { orders: { from: orders } }\n${more}`;
const order = (id: string, status = 'created', at = '2024-01-01 20:00:00'): string => `${id},ada,${status},${at}\n`;

it('a refused order keeps its parcel: what another feed makes of a refused record is not gone', async () => {
  const made = smallShop();
  await load(house.url, made.deliver());
  made.change('olist_orders_dataset.csv', (row) =>
    row.startsWith('o8,') ? row.replace(',delivered,2018-01-25 ', ',delivered,2018-02-30 ') : row,
  );
  const report = await load(house.url, made.deliver());
  expect(report.feeds.map(({ deleted }) => deleted)).toEqual(report.feeds.map(() => 0));
  expect(await rows('select external_id from core.shipments where deleted_at is not null')).toEqual([]);
});

it('a snapshot without any record deletes nothing unless a person says so, however few rows there were', async () => {
  tried.write('few', plain('snapshot'), { orders: ordersSql('few') });
  tried.put('orders.csv', ORDER + order('o1') + order('o2'));
  await tell('few');
  tried.put('orders.csv', ORDER);
  expect((await refused('few')).code).toBe('too_many_deletes');
  expect((await tell('few', { allowDeletes: true })).feeds).toMatchObject([{ deleted: 2 }]);
});

const joined = (delivery: string): string => `files:
  people: { file: people*.csv, delivery: ${delivery}, lookup: true, optional: true, columns: { key: text, person: text } }
  orders: { file: orders*.csv, delivery: delta, columns: { id: text, key: text, status: text, at: timestamp } }
feeds: { orders: { from: orders } }`;
const joinedSql = (name: string): Record<string, string> => ({
  orders: `select o.file_id, o.record_no, o.id as external_id, p.person as customer_ref, o.status, o.at as ordered_at
    from landing.${name}__orders o left join landing.${name}__people p on p.key = o.key`,
});

it('a feed may not join what is delivered as changes only', async () => {
  tried.write('changing', joined('delta'), joinedSql('changing'));
  const failed = checkSource({ databaseUrl: house.url, source: 'changing' });
  await expect(failed).rejects.toThrow('landing.changing__people, which is delivered as delta');
});

it('a look-up that was there before must be there again', async () => {
  tried.write('absent', joined('snapshot'), joinedSql('absent'));
  tried.put('people.csv', 'key,person\nk1,ada\n');
  tried.put('orders-1.csv', 'id,key,status,at\no1,k1,created,2024-01-01 20:00:00\n');
  await tell('absent');
  tried.clear().put('orders-2.csv', 'id,key,status,at\no1,k1,shipped,2024-01-01 20:00:00\n');
  const { code, message } = await refused('absent');
  expect(code).toBe('companion_missing');
  expect(message).toContain('No file for "people" is in the folder');
  expect(await rows('select distinct identified from core.customers')).toEqual([{ identified: true }]);
});

it('a refused line of a joined file takes nobody’s order away', async () => {
  const made = shop().order('ada', 'o1', { on: '2018-01-02' }).order('bob', 'o2', { on: '2018-01-03' });
  await load(house.url, made.deliver());
  made.change('olist_customers_dataset.csv', (row) => (row.startsWith('ada-o1') ? `${row},surplus` : row));
  const report = await load(house.url, made.deliver());
  expect(report.notes.map(({ code }) => code)).toContain('changes_withheld');
  expect(
    await rows(`select c.external_id from core.orders join core.customers c using (customer_id) order by 1`),
  ).toEqual([{ external_id: 'ada' }, { external_id: 'bob' }]);
});

it('a time with a zone keeps it; one without is the shop’s', async () => {
  tried.write('zoned', plain('delta'), { orders: ordersSql('zoned') });
  const lines = [order('o1'), order('o2', 'created', '2024-01-01T20:00:00Z')];
  tried.put('orders.csv', ORDER + lines.join(''));
  await tell('zoned');
  expect(
    await rows(`select extract(epoch from ordered_at - '2024-01-01 12:00Z')::int as late from core.orders order by 1`),
  ).toEqual([{ late: 0 }, { late: 8 * 3600 }]);
});

it('an offset is no zone', async () => {
  tried.write('offset', plain('delta', `zone: '+08:00'\n`), { orders: ordersSql('offset') });
  expect((await refused('offset')).message).toContain('an IANA time zone such as Asia/Shanghai');
});

it('a copied folder does not go on in the ledger of the other', async () => {
  tried.write('copied', plain('delta'), { orders: ordersSql('copied') });
  renameSync(join(tried.folder, 'copied'), join(tried.folder, 'copy'));
  expect((await refused('copy')).message).toContain('name: "copied" is not the name of its folder');
});

it('a role may be called as working tables once were', async () => {
  const declared = plain('delta')
    .replaceAll('orders: { file', 'stage_orders: { file')
    .replace('from: orders', 'from: stage_orders');
  tried.write('named', declared, { orders: ordersSql('named', 'stage_orders') });
  tried.put('orders.csv', ORDER + order('o1'));
  expect((await tell('named')).feeds).toMatchObject([{ inserted: 1 }]);
});

it('points of a map come from one source of a shop', async () => {
  const declared = `files: { points: { file: points.csv, columns: { area: text, lat: numeric, lng: numeric } } }
feeds: { geolocations: { from: points } }`;
  for (const name of ['north', 'south']) {
    const sql = `select file_id, record_no, area as zip_prefix, lat as latitude, lng as longitude from landing.${name}__points`;
    tried.write(name, declared, { geolocations: sql }, 'mapped');
  }
  tried.put('points.csv', 'area,lat,lng\n1000,31.2,121.5\n');
  await tell('north');
  tried.put('points.csv', 'area,lat,lng\n2000,22.5,114.1\n');
  expect((await refused('south')).code).toBe('feed_of_another_source');
});

it('of two snapshots of one order from two sources the newer file wins, whichever comes first', async () => {
  for (const name of ['desk', 'till']) tried.write(name, plain('snapshot'), { orders: ordersSql(name) }, 'both');
  tried.put('orders.csv', ORDER + order('o1', 'delivered'), Date.UTC(2024, 5, 2));
  await tell('desk');
  tried.put('orders.csv', ORDER + order('o1', 'created'), Date.UTC(2024, 5, 1));
  expect((await tell('till')).feeds).toMatchObject([{ superseded: 1 }]);
  expect(await rows('select status from core.orders')).toEqual([{ status: 'delivered' }]);
});

it('an item that now names an unknown order counts nowhere until that order comes', async () => {
  const declared = `files:
  orders: { file: orders*.csv, delivery: delta, optional: true, columns: { id: text, person: text, status: text, at: timestamp } }
  items: { file: items*.csv, delivery: delta, optional: true, columns: { id: text, order: text, price: numeric } }
feeds: { orders: { from: orders }, order_items: { from: items } }`;
  const items = `select file_id, record_no, id as external_id, "order" as order_ref, 1 as item_no, price from landing.waiting__items`;
  tried.write('waiting', declared, { orders: ordersSql('waiting'), order_items: items });
  const counted = () =>
    rows(
      `select o.external_id as o, j.items_count as n from journey.order_journey j join core.orders o on o.id = j.order_id order by 1`,
    );
  tried.put('orders-1.csv', ORDER + order('o1'));
  tried.put('items-1.csv', 'id,order,price\ni1,o1,5\n');
  await tell('waiting');
  tried.put('items-2.csv', 'id,order,price\ni1,o2,5\n');
  expect((await tell('waiting')).feeds).toMatchObject([{ pending: 1 }]);
  expect(await counted()).toEqual([{ o: 'o1', n: 0 }]);
  tried.put('orders-2.csv', ORDER + order('o2'));
  await tell('waiting');
  expect(await counted()).toEqual([
    { o: 'o1', n: 0 },
    { o: 'o2', n: 1 },
  ]);
  expect(await verifyRollups(house.pool)).toEqual([]);
});

it('numbers are not rounded on their way', async () => {
  const item = (type: string): string =>
    `files: { items: { file: items*.csv, columns: { id: text, price: '${type}' } } }\nfeeds: { costs: { from: items } }`;
  tried.write('rounding', item('numeric(12,2)'), { costs: 'select 1' });
  expect((await refused('rounding')).message).toContain('numeric (without digits, which would round)');
});

it('the same content under two names is loaded once, with a note', async () => {
  tried.write('twice', plain('delta'), { orders: ordersSql('twice') });
  tried.put('orders-1.csv', ORDER + order('o1'));
  tried.put('orders-1 (1).csv', ORDER + order('o1'));
  const report = await tell('twice');
  expect(report.feeds).toMatchObject([{ read: 1, inserted: 1 }]);
  expect(report.notes.map(({ code }) => code)).toEqual(['file_repeated']);
});

it('what was A, then B, is A once more when A is delivered again', async () => {
  tried.write('again', plain('delta'), { orders: ordersSql('again') });
  for (const [n, status] of ['delivered', 'canceled', 'delivered'].entries()) {
    tried.clear().put(`orders-${n}.csv`, ORDER + order('o1', status));
    await tell('again');
  }
  expect(await rows('select status from core.orders')).toEqual([{ status: 'delivered' }]);
  expect((await tell('again')).state).toBe('unchanged');
});

it('rows of a look-up are not published under a feed that does not answer for them', async () => {
  const declared = `files:
  more: { file: more.csv, lookup: true, columns: { id: text, person: text, status: text, at: timestamp } }
  orders: { file: orders.csv, columns: { id: text, person: text, status: text, at: timestamp } }
feeds: { orders: { from: orders } }`;
  tried.write('union', declared, { orders: `${ordersSql('union')} union all ${ordersSql('union', 'more')}` });
  tried.put('orders.csv', ORDER + order('o1'));
  tried.put('more.csv', ORDER + order('o2'));
  expect((await refused('union')).code).toBe('rows_of_other_files');
  expect(await rows('select from core.orders')).toEqual([]);
});

it('an order of the future is quarantined and does not move today', async () => {
  tried.write('future', plain('delta'), { orders: ordersSql('future') });
  tried.put('orders.csv', ORDER + order('o1') + order('o2', 'created', '2081-01-01 00:00:00'));
  expect((await tell('future')).feeds).toMatchObject([{ inserted: 1, quarantined: 1 }]);
  expect(await rows('select as_of::text from core.shops')).toEqual([{ as_of: '2024-01-01' }]);
});

it('a file dated in the future is refused; an older snapshot says that it was left out', async () => {
  tried.write('dated', plain('snapshot'), { orders: ordersSql('dated') });
  tried.put('orders.csv', ORDER + order('o1'), Date.now() + 3 * 86_400_000);
  expect((await refused('dated')).code).toBe('file_time_future');
  tried.put('orders.csv', ORDER + order('o1'), Date.UTC(2024, 5, 2));
  await tell('dated');
  tried.put('orders.csv', ORDER + order('o2'), Date.UTC(2024, 5, 1));
  const report = await tell('dated');
  expect(report.notes).toMatchObject([{ code: 'file_superseded' }]);
});
