import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { emptyHouse } from '../faults/loads.ts';
import { Workshop } from '../formats/sources.ts';
import type { TestDatabase } from '../testkit/index.ts';

const workshop = new Workshop();
let house: TestDatabase;
beforeAll(() => vi.stubEnv('RAPPORT_SOURCES', workshop.folder));
beforeEach(async () => {
  house = await emptyHouse();
});
afterEach(() => house.drop());
afterAll(() => vi.unstubAllEnvs());

const head = 'no,buyer,state,at,units';
const columns = { no: 'text', buyer: 'text', state: 'text', at: 'timestamp', units: 'smallint' };
const rows = ['1,a,approved,2025-01-01,1', '2,b,approved,2025-01-02,2', '3,c,shipped,2025-01-03,3'];
const csv = (header: string, lines: readonly string[]) => `${[header, ...lines].join('\n')}\n`;

/** Orders from one file; the contract is the source's. */
function orders(contract: Record<string, string>, file: Record<string, unknown> = {}): string {
  return workshop.source('shop', {
    files: {
      orders: {
        file: 'orders.csv',
        columns,
        ...file,
      },
    },
    feeds: {
      orders: {
        from: 'orders',
        sql: `select file_id, record_no, no as external_id, buyer as customer_ref, state as status, at as ordered_at,
          case when units > 0 then 'region-' || units end as region_code from {orders}`,
      },
    },
    contract,
  });
}

const loaded = async () =>
  (
    await house.pool.query<{ line: string }>(
      `select external_id || ':' || coalesce(region_code, '-') as line from core.orders order by 1`,
    )
  ).rows.map(({ line }) => line);
const quarantined = async () =>
  (
    await house.pool.query(
      'select reason, field, line_no::int, value_only, raw from ops.quarantine order by line_no, field',
    )
  ).rows.map(({ raw, ...row }) => ({ ...row, raw: String(raw) }));

const withCoupon = csv(`${head},coupon`, [
  '1,a,approved,2025-01-01,1,',
  '2,b,approved,2025-01-02,2,TEN',
  '3,c,shipped,2025-01-03,3,',
]);
const withBadUnits = csv(head, [rows[0] ?? '', '2,b,approved,2025-01-02,many', '3,c,shipped,never,300000']);

it('columns frozen: a new one refuses the run and is named', async () => {
  orders({});
  workshop.deliver({ 'orders.csv': withCoupon });
  expect(await workshop.refusal(house.url, 'shop')).toMatchObject({ code: 'header_unknown_column' });
  expect(await loaded()).toEqual([]);
});

it('columns evolve: the records are loaded, the new column is in landing as text and named in a note', async () => {
  const source = orders({ columns: 'evolve' });
  workshop.deliver({ 'orders.csv': withCoupon });
  const report = await workshop.load(house.url, source);
  expect(await loaded()).toEqual(['1:region-1', '2:region-2', '3:region-3']);
  expect(report.notes).toMatchObject([
    { code: 'schema_drift', drift: [{ kind: 'column_added', file: 'orders.csv', role: 'orders', column: 'coupon' }] },
  ]);
  workshop.source('shop', {
    contract: { columns: 'evolve' },
    files: {
      orders: {
        file: 'orders.csv',
        columns,
      },
    },
    feeds: {
      orders: {
        from: 'orders',
        sql: `select file_id, record_no, no as external_id, state as status, at as ordered_at, to_jsonb(o) ->> 'coupon' as region_code from {orders} o`,
      },
    },
  });
  workshop.deliver({ 'orders.csv': withCoupon.replace('TEN', 'ELEVEN') });
  await workshop.load(house.url, source);
  expect(await loaded()).toEqual(['1:-', '2:ELEVEN', '3:-']);
});

it('columns evolve beside personal ones: nobody said how to seal the new one, so it stays out of the database', async () => {
  const source = orders({ columns: 'evolve' }, { personal: { buyer: 'hash' } });
  workshop.deliver({ 'orders.csv': withCoupon });
  const report = await workshop.load(house.url, source);
  expect(report.notes).toMatchObject([{ drift: [{ kind: 'column_added', column: 'coupon' }] }]);
  expect(await loaded()).toHaveLength(3);
});

it('columns quarantine_row: a record with a value in the new column waits, the others are loaded', async () => {
  const source = orders({ columns: 'quarantine_row' });
  workshop.deliver({ 'orders.csv': withCoupon });
  const report = await workshop.load(house.url, source);
  expect(report.feeds).toMatchObject([{ read: 3, inserted: 2, quarantined: 1 }]);
  expect(await loaded()).toEqual(['1:region-1', '3:region-3']);
  expect(await quarantined()).toEqual([
    { reason: 'unknown_column', field: 'coupon', line_no: 3, value_only: false, raw: '2,b,approved,2025-01-02,2,TEN' },
  ]);
});

it('columns quarantine_value: every record is loaded, the value of the new column waits', async () => {
  const source = orders({ columns: 'quarantine_value' });
  workshop.deliver({ 'orders.csv': withCoupon });
  const report = await workshop.load(house.url, source);
  expect(report.feeds).toMatchObject([{ read: 3, inserted: 3, quarantined: 0 }]);
  expect(report.notes.map(({ code }) => code)).toEqual(['values_quarantined', 'schema_drift']);
  expect(await quarantined()).toEqual([
    { reason: 'unknown_column', field: 'coupon', line_no: 3, value_only: true, raw: '2,b,approved,2025-01-02,2,TEN' },
  ]);
});

it('types quarantine_row, as without a word: the record waits with its first bad field', async () => {
  const source = orders({});
  workshop.deliver({ 'orders.csv': withBadUnits });
  expect((await workshop.load(house.url, source)).feeds).toMatchObject([{ read: 3, inserted: 1, quarantined: 2 }]);
  expect((await quarantined()).map(({ field, value_only }) => [field, value_only])).toEqual([
    ['units', false],
    ['at', false],
  ]);
});

it('types quarantine_value: the record is loaded without the value, which waits; a required one still refuses the record', async () => {
  const source = orders({ types: 'quarantine_value' });
  workshop.deliver({ 'orders.csv': withBadUnits });
  const report = await workshop.load(house.url, source);
  expect(report.feeds).toMatchObject([{ read: 3, inserted: 2, quarantined: 1 }]);
  expect(await loaded()).toEqual(['1:region-1', '2:-']);
  expect(
    (await quarantined()).map(({ line_no, field, reason, value_only }) => [line_no, field, reason, value_only]),
  ).toEqual([
    [3, 'units', 'invalid_number', true],
    [4, 'at', 'invalid_date', true],
    [4, 'ordered_at', 'missing_value', false],
    [4, 'units', 'number_out_of_range', true],
  ]);
  expect(report.notes).toMatchObject([{ code: 'values_quarantined', en: expect.stringContaining('3 values') }]);
});

it('types frozen: one value of another type refuses the run, with its line', async () => {
  orders({ types: 'freeze' });
  workshop.deliver({ 'orders.csv': withBadUnits });
  const { code, message } = await workshop.refusal(house.url, 'shop');
  expect([code, message]).toEqual([
    'value_of_another_type',
    expect.stringContaining('orders.csv, line 3: the value of "units" is no smallint'),
  ]);
  expect(await loaded()).toEqual([]);
});

it('a file’s own contract goes before the source’s', async () => {
  orders({ types: 'freeze' }, { contract: { types: 'quarantine_row' } });
  workshop.deliver({ 'orders.csv': withBadUnits });
  expect((await workshop.load(house.url, 'shop')).feeds).toMatchObject([{ quarantined: 2 }]);
});

it('an optional column may be absent and is empty then', async () => {
  const source = orders({}, { columns: { ...columns, units: { type: 'smallint', optional: true } } });
  workshop.deliver({ 'orders.csv': csv('no,buyer,state,at', ['1,a,approved,2025-01-01']) });
  expect((await workshop.load(house.url, source)).notes).toEqual([]);
  expect(await loaded()).toEqual(['1:-']);
});

it('tables frozen: a missing file refuses the run; evolve: the rest is loaded, and the run says what is gone', async () => {
  const two = (tables: string) =>
    workshop.source('shop', {
      contract: { tables },
      files: {
        regions: { file: 'regions.csv', columns: { code: 'text', label: 'text' } },
        orders: {
          file: 'orders.csv',
          columns,
        },
      },
      feeds: {
        regions: {
          from: 'regions',
          sql: 'select file_id, record_no, code as external_id, label as label_en from {regions}',
        },
        orders: {
          from: 'orders',
          sql: `select file_id, record_no, no as external_id, state as status, at as ordered_at from {orders}`,
        },
      },
    });
  two('freeze');
  workshop.deliver({ 'orders.csv': csv(head, rows), 'regions.csv': 'code,label\nx,X\n' });
  await workshop.load(house.url, 'shop');
  workshop.deliver({ 'orders.csv': csv(head, rows.slice(0, 2)), 'refunds.csv': 'no,amount\n1,2\n' });
  expect((await workshop.refusal(house.url, 'shop')).code).toBe('file_missing');
  two('evolve');
  const report = await workshop.load(house.url, 'shop', { allowDeletes: true });
  expect(report.notes.flatMap(({ drift }) => drift ?? [])).toMatchObject([
    { kind: 'table_added', file: 'refunds.csv', role: null },
    { kind: 'table_dropped', file: 'regions.csv', role: 'regions' },
  ]);
});

const lines = (records: unknown[]) => records.map((record) => JSON.stringify(record)).join('\n');
const asLines = (contract: Record<string, string>) =>
  workshop.source('lines', {
    contract,
    files: { orders: { file: 'orders.ndjson', columns: { no: 'text', state: 'text', at: 'timestamp' } } },
    feeds: {
      orders: {
        from: 'orders',
        sql: 'select file_id, record_no, no as external_id, state as status, at as ordered_at from {orders}',
      },
    },
  });
const keyed = lines([
  { no: '1', state: 'approved', at: '2025-01-01' },
  { no: '2', state: 'approved', at: '2025-01-02', coupon: 'TEN' },
]);

it('keys of JSON: a note by default, refused where frozen, records refused one by one where so declared', async () => {
  workshop.deliver({ 'orders.ndjson': keyed });
  asLines({ columns: 'freeze' });
  expect(await workshop.refusal(house.url, 'lines')).toMatchObject({
    code: 'unknown_keys',
    details: { keys: ['coupon'] },
  });
  asLines({ columns: 'quarantine_row' });
  expect((await workshop.load(house.url, 'lines')).feeds).toMatchObject([{ read: 2, inserted: 1, quarantined: 1 }]);
  expect(await quarantined()).toMatchObject([
    { reason: 'unknown_column', field: 'coupon', line_no: 2, value_only: false },
  ]);
  asLines({});
  workshop.deliver({ 'orders.ndjson': `${keyed}\n` });
  expect((await workshop.load(house.url, 'lines')).notes).toMatchObject([{ code: 'unknown_keys' }]);
  expect(await loaded()).toEqual(['1:-', '2:-']);
});
