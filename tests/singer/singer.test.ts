import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import type { IngestReport } from '@rapport/etl';
import { emptyHouse } from '../faults/loads.ts';
import { Workshop } from '../formats/sources.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { singerFiles, type Message } from './adapter.ts';

const workshop = new Workshop();
beforeAll(() => vi.stubEnv('RAPPORT_SOURCES', workshop.folder));
const opened: TestDatabase[] = [];
afterAll(async () => {
  vi.unstubAllEnvs();
  await Promise.all(opened.map((house) => house.drop()));
});

async function open(): Promise<TestDatabase> {
  const house = await emptyHouse();
  opened.push(house);
  return house;
}

const schema = (properties: string[], keys = ['id']): Message => ({
  type: 'SCHEMA',
  stream: 'orders',
  key_properties: keys,
  schema: { properties: Object.fromEntries(properties.map((name) => [name, { type: ['null', 'string'] }])) },
});
const record = (fields: Record<string, unknown>, version?: number): Message => ({
  type: 'RECORD',
  stream: 'orders',
  record: { buyer: 'someone', state: 'approved', at: '2025-01-01T10:00:00Z', ...fields },
  ...(version === undefined ? {} : { version }),
});
const activate = (version: number): Message => ({ type: 'ACTIVATE_VERSION', stream: 'orders', version });
const state: Message = { type: 'STATE', value: { bookmarks: { orders: '2025-01-01' } } };
const base = ['id', 'buyer', 'state', 'at'];

/** Delivers what a tap wrote to a source of the stream's own columns. */
async function target(house: TestDatabase, messages: readonly Message[], city = 'city'): Promise<IngestReport> {
  const stream = singerFiles(messages.map((message) => JSON.stringify(message))).get('orders');
  if (!stream) throw new Error('no stream of orders');
  const key =
    stream.keys.length > 0
      ? stream.keys.map((name) => `nullif(${name}, '')`).join(` || '#' || `)
      : `md5((to_jsonb(o) - 'file_id' - 'record_no')::text)`;
  const has = stream.properties.includes(city);
  workshop.source('tap', {
    files: {
      orders: {
        file: 'orders.ndjson',
        delivery: stream.isWhole ? 'snapshot' : 'delta',
        columns: {
          ...Object.fromEntries(base.map((name) => [name, name === 'at' ? 'timestamptz' : 'text'])),
          ...(has ? { city: { type: 'text', path: city } } : {}),
        },
      },
    },
    feeds: {
      orders: {
        from: 'orders',
        sql: `select file_id, record_no, ${key} as external_id, buyer as customer_ref, state as status, at as ordered_at${has ? ', city' : ''} from {orders} o`,
      },
    },
  });
  workshop.deliver({ 'orders.ndjson': stream.ndjson });
  return workshop.load(house.url, 'tap', { allowDeletes: true });
}

const refused = async (house: TestDatabase): Promise<unknown[][]> =>
  (await house.pool.query('select line_no::int, reason, field from ops.quarantine order by line_no')).rows.map(
    (row: { line_no: number; reason: string; field: string }) => [row.line_no, row.reason, row.field],
  );

const shown = async (house: TestDatabase): Promise<string[]> =>
  (
    await house.pool.query<{ line: string }>(
      `select concat_ws(' ', external_id, status, city) as line from core.orders where deleted_at is null order by external_id`,
    )
  ).rows.map(({ line }) => line);

it('duplicates: of several records with one key the last counts, and the same record twice is one', async () => {
  const house = await open();
  const report = await target(house, [
    schema(base),
    record({ id: '1', state: 'created' }),
    record({ id: '2' }),
    state,
    record({ id: '1', state: 'shipped' }),
    record({ id: '2' }),
    record({ id: '1', state: 'delivered' }),
  ]);
  expect(await shown(house)).toEqual(['1 delivered', '2 approved']);
  expect(report.feeds).toMatchObject([{ read: 5, inserted: 2, quarantined: 0 }]);
  const [counts] = report.feeds;
  expect((counts?.duplicate ?? 0) + (counts?.superseded ?? 0)).toBe(3);
});

it('a key of two properties tells apart what one would not', async () => {
  const house = await open();
  await target(house, [
    schema(base, ['id', 'buyer']),
    record({ id: '1', buyer: 'a' }),
    record({ id: '1', buyer: 'b' }),
  ]);
  expect(await shown(house)).toEqual(['1#a approved', '1#b approved']);
});

it('schema updates: a property that comes later is told while nobody declared it, and read once it is', async () => {
  const house = await open();
  const updated = [schema(base), record({ id: '1' }), schema([...base, 'city']), record({ id: '2', city: '杭州' })];
  const undeclared = await target(house, [schema(base), ...updated.filter(({ type }) => type === 'RECORD')]);
  expect(undeclared.notes).toMatchObject([{ code: 'unknown_keys', drift: [{ kind: 'column_added', column: 'city' }] }]);
  expect(await shown(house)).toEqual(['1 approved', '2 approved']);
  await target(house, [...updated, record({ id: '3', city: '苏州' })]);
  expect(await shown(house)).toEqual(['1 approved', '2 approved 杭州', '3 approved 苏州']);
});

it('missing keys: a record without its key, or with an empty one, waits in quarantine; a missing optional property is null', async () => {
  const house = await open();
  const report = await target(house, [
    schema([...base, 'city']),
    record({ buyer: 'nobody' }),
    record({ id: '', buyer: 'nobody' }),
    record({ id: null }),
    record({ id: '4', city: null }),
    record({ id: '5', city: 'x', state: undefined }),
  ]);
  expect(report.feeds).toMatchObject([{ read: 5, inserted: 1, quarantined: 4 }]);
  expect(await refused(house)).toEqual([
    [1, 'missing_value', 'external_id'],
    [2, 'missing_value', 'external_id'],
    [3, 'missing_value', 'external_id'],
    [5, 'missing_value', 'status'],
  ]);
  expect(await shown(house)).toEqual(['4 approved']);
});

it('special characters: in values and in names, to the character; what is no text is refused', async () => {
  const house = await open();
  const odd = [
    '"quoted", with comma',
    `it's; -- drop table`,
    'two\nlines\r\n',
    'tab\tand \\ backslash',
    '😀𠮷㐀',
    '\u202eright to left',
    '=1+1',
    '\\N',
    'null',
    ' ',
  ];
  await target(
    house,
    [schema([...base, 'Städt']), ...odd.map((city, n) => record({ id: String(n), Städt: city }))],
    'Städt',
  );
  const { rows } = await house.pool.query<{ city: string }>('select city from core.orders order by external_id');
  expect(rows.map(({ city }) => city)).toEqual(odd);
  await target(house, [
    schema([...base, 'city']),
    record({ id: '90', city: 'a\u0000b' }),
    record({ id: '91', city: '\ud800' }),
    record({ id: '92', city: 'ok' }),
  ]);
  expect(await refused(house)).toEqual([
    [1, 'nul_byte', 'city'],
    [2, 'bad_encoding', 'city'],
  ]);
});

it('versions: records of an activated version replace those before it; nothing goes before it is activated', async () => {
  const house = await open();
  await target(house, [schema(base), record({ id: '1' }, 1), record({ id: '2' }, 1), activate(1)]);
  expect(await shown(house)).toEqual(['1 approved', '2 approved']);
  await target(house, [
    schema(base),
    record({ id: '1' }, 1),
    record({ id: '2', state: 'shipped' }, 2),
    record({ id: '3' }, 2),
    activate(2),
  ]);
  expect(await shown(house)).toEqual(['2 shipped', '3 approved']);
  await target(house, [schema(base), record({ id: '4' }, 3)]);
  expect(await shown(house)).toEqual(['2 shipped', '3 approved', '4 approved']);
});

it('without a key every record that differs is a row of its own', async () => {
  const house = await open();
  const report = await target(house, [
    schema(base, []),
    record({ id: '1' }),
    record({ id: '1', state: 'shipped' }),
    record({ id: '1' }),
  ]);
  expect(report.feeds).toMatchObject([{ read: 3, inserted: 2, duplicate: 1 }]);
});

it('numbers keep every digit, times their zone', async () => {
  const house = await open();
  await target(house, [schema(base), record({ id: 9_007_199_254_740_991, at: '2025-01-01T23:30:00-05:00' })]);
  const { rows } = await house.pool.query('select external_id, ordered_at from core.orders');
  expect(rows).toEqual([{ external_id: '9007199254740991', ordered_at: new Date('2025-01-02T04:30:00Z') }]);
});

it('what is no stream of messages is refused by the adapter, with its line', () => {
  const lines = (...messages: unknown[]) =>
    messages.map((message) => (typeof message === 'string' ? message : JSON.stringify(message)));
  expect(() => singerFiles(lines(record({ id: '1' })))).toThrow('line 1: a record of "orders" before its schema');
  expect(() => singerFiles(lines(schema(base), '{"type": '))).toThrow('line 2 is no JSON');
  expect(() => singerFiles(lines({ type: 'ROW' }))).toThrow('line 1 has no type that Singer knows');
});
