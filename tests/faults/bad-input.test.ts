import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestDatabase } from '../testkit/index.ts';
import { differences, dump } from './dump.ts';
import { emptyHouse, load, refusal } from './loads.ts';
import { shop, smallShop, type OlistFile, type OlistShop } from './olist-files.ts';

let house: TestDatabase;
beforeAll(async () => {
  house = await emptyHouse();
});
afterAll(() => house.drop());

const orders: OlistFile = 'olist_orders_dataset.csv';
const items: OlistFile = 'olist_order_items_dataset.csv';

/** A load that must be refused whole: the sentence it gives, and nothing changed. */
async function refusedWhole(
  made: OlistShop | string,
  edit: Parameters<OlistShop['deliver']>[0] = {},
): Promise<{ code: string; message: string }> {
  const before = await dump(house.pool);
  const { code, message } = await refusal(house.url, typeof made === 'string' ? made : made.deliver(edit));
  expect(differences(before, await dump(house.pool))).toEqual({});
  const { rows } = await house.pool.query(`select count(*) as n from ops.runs where state = 'running'`);
  expect(rows[0]?.n).toBe(0);
  return { code, message };
}

it('a missing file is named, with what is there instead', async () => {
  const { code, message } = await refusedWhole(smallShop(), { [orders]: () => null });
  expect(code).toBe('file_missing');
  expect(message).toContain('no file for "orders" (expected olist_orders_dataset.csv)');
  expect(message).toContain('olist_customers_dataset.csv');
});

it('a directory that does not exist is named', async () => {
  expect((await refusedWhole('/nowhere/at/all')).message).toContain('The directory /nowhere/at/all does not exist');
});

it('a directory of other files is asked about', async () => {
  const other = mkdtempSync(join(tmpdir(), 'rapport-other-'));
  writeFileSync(join(other, 'holiday.csv'), 'a,b\n1,2\n');
  const { code, message } = await refusedWhole(other);
  expect(code).toBe('no_files');
  expect(message).toContain('Is it the right folder?');
});

it('an empty file is called empty', async () => {
  const { code, message } = await refusedWhole(smallShop(), { [orders]: () => '' });
  expect(code).toBe('file_empty');
  expect(message).toContain('olist_orders_dataset.csv is empty (0 bytes)');
});

it('a renamed column is named with the name it had', async () => {
  const { code, message } = await refusedWhole(smallShop(), {
    [orders]: (text) => text.replace('order_status', 'state'),
  });
  expect(code).toBe('header_missing_column');
  expect(message).toContain(
    'olist_orders_dataset.csv, line 1: column "order_status" is missing; not expected: "state"',
  );
});

it('a column that stands twice is named', async () => {
  const { message } = await refusedWhole(smallShop(), {
    [orders]: (text) => text.replace('order_approved_at', 'order_status'),
  });
  expect(message).toContain('column "order_status" stands there more than once');
});

it('a new column is refused until source.yaml knows it', async () => {
  const { message } = await refusedWhole(smallShop(), {
    'olist_sellers_dataset.csv': () => 'seller_id,seller_zip_code_prefix,seller_city,seller_state,vat\ns1,1,x,SP,9\n',
  });
  expect(message).toContain('column "vat" is not in source.yaml');
});

it('columns in another order are read by name', async () => {
  const swapped = (text: string) =>
    text
      .split('\n')
      .map((line) => line.split(',').toReversed().join(','))
      .join('\n');
  const report = await load(house.url, smallShop().deliver({ 'olist_sellers_dataset.csv': swapped }));
  expect(report.state).toBe('committed');
  const { rows } = await house.pool.query('select external_id, region_code from core.merchants');
  expect(rows).toEqual([{ external_id: 's1', region_code: 'SP' }]);
});

it('an unknown source is answered with those there are', async () => {
  const { code, message } = await refusal(house.url, '/tmp', { source: 'ebay' });
  expect(code).toBe('unknown_source');
  expect(message).toContain('"olist"');
});

it('a database that does not answer is said to be unreachable, without user or password', async () => {
  const { code, message } = await refusal('postgres://me:secret@127.0.0.1:1/x', smallShop().deliver());
  expect(code).toBe('database_unreachable');
  expect(message).toContain('127.0.0.1:1');
  expect(message).not.toContain('secret');
});

it('a database without the schema asks for migrate', async () => {
  const url = new URL(house.url);
  url.pathname = '/postgres';
  expect((await refusal(url.href, smallShop().deliver())).code).toBe('database_not_migrated');
});

const provenance = ['file_id', 'record_no', 'file_time'];
let clean: Promise<Record<string, string[]>> | undefined;

/** What the shop looks like without the bad row. */
function cleanLoad(): Promise<Record<string, string[]>> {
  clean ??= (async () => {
    const made = await emptyHouse();
    await load(made.url, smallShop().deliver());
    const dumped = await dump(made.pool, provenance);
    await made.drop();
    return dumped;
  })();
  return clean;
}

const badRows: [name: string, file: OlistFile, row: string | Buffer, reason: string, field: string | null][] = [
  ['too few fields', orders, 'bad,c0-o0,delivered', 'too_few_fields', null],
  ['too many fields', items, 'o0,2,p1,s1,2018-01-01 00:00:00,1.00,1.00,extra', 'too_many_fields', null],
  [
    'a day that does not exist',
    items,
    'o0,2,p1,s1,2018-02-30 00:00:00,1.00,1.00',
    'invalid_date',
    'shipping_limit_date',
  ],
  ['a price of letters', items, 'o0,2,p1,s1,2018-01-01 00:00:00,abc,1.00', 'invalid_number', 'price'],
  ['a price that is not a number', items, 'o0,2,p1,s1,2018-01-01 00:00:00,NaN,1.00', 'number_out_of_range', 'price'],
  ['a price of half a cent', items, 'o0,2,p1,s1,2018-01-01 00:00:00,1.005,1.00', 'amount_too_precise', 'price'],
  [
    'a number too large for its column',
    items,
    'o0,99999999999,p1,s1,2018-01-01 00:00:00,1.00,1.00',
    'number_out_of_range',
    'order_item_id',
  ],
  ['a year 9999', items, 'o0,2,p1,s1,9999-12-31 00:00:00,1.00,1.00', 'implausible_date', 'ship_by'],
  ['an item without a number', items, 'o0,,p1,s1,2018-01-01 00:00:00,1.00,1.00', 'missing_value', 'external_id'],
  [
    'a score of six',
    'olist_order_reviews_dataset.csv',
    'r9,o0,6,,,2018-02-01 00:00:00,',
    'score_out_of_range',
    'score',
  ],
  [
    'bad UTF-8',
    'olist_order_reviews_dataset.csv',
    Buffer.from('r9,o0,5,,b\xe9m,2018-02-01 00:00:00,', 'latin1'),
    'bad_encoding',
    null,
  ],
  ['a NUL byte', 'olist_order_reviews_dataset.csv', 'r9,o0,5,,a\u0000b,2018-02-01 00:00:00,', 'nul_byte', null],
  [
    'a stray quote',
    'olist_order_reviews_dataset.csv',
    'r9,o0,5,,"never closed,2018-02-01 00:00:00,',
    'stray_quote',
    null,
  ],
  [
    'a quote that is closed too early',
    'olist_order_reviews_dataset.csv',
    'r9,o0,5,,"5" screen,2018-02-01 00:00:00,',
    'stray_quote',
    null,
  ],
];

it.each(badRows)(
  '%s: the row waits in quarantine with its bytes, everything else is loaded',
  async (_name, file, row, reason, field) => {
    const fresh = await emptyHouse();
    const made = smallShop();
    const bytes = Buffer.isBuffer(row) ? row : Buffer.from(row);
    const firstLines = (text: string) => text.indexOf('\n', text.indexOf('\n') + 1) + 1;
    const directory = made.deliver({
      [file]: (text: string) =>
        Buffer.concat([
          Buffer.from(text.slice(0, firstLines(text))),
          bytes,
          Buffer.from('\n'),
          Buffer.from(text.slice(firstLines(text))),
        ]),
    });
    const report = await load(fresh.url, directory);
    expect(report.state).toBe('committed');
    const { rows } = await fresh.pool.query(
      'select reason, field, raw, record_no, line_no, byte_offset, file_name, state from ops.quarantine',
    );
    const written = made.text(file);
    expect(rows).toEqual([
      {
        reason,
        field,
        raw: bytes,
        record_no: 2,
        line_no: 3,
        byte_offset: firstLines(written),
        file_name: file,
        state: 'waiting',
      },
    ]);
    expect(differences(await cleanLoad(), await dump(fresh.pool, provenance))).toEqual({});
    await fresh.drop();
  },
);

it('an order whose row is refused is missed by nothing: what hangs on it waits, and heals when the row is mended', async () => {
  const fresh = await emptyHouse();
  const made = shop()
    .order('ada', 'o1', { on: '2018-01-02', delivered: '2018-01-09', score: 5 })
    .order('bob', 'o2', { on: '2018-01-03', score: 1 });
  await load(
    fresh.url,
    made.deliver({ [orders]: (text) => text.replace('2018-01-02 10:00:00', '2018-02-30 10:00:00') }),
  );
  const waiting = async () =>
    (await fresh.pool.query('select feed, parent_external_id as parent from ops.pending order by 1')).rows;
  expect(await waiting()).toEqual([
    { feed: 'order_items', parent: 'o1' },
    { feed: 'payments', parent: 'o1' },
    { feed: 'reviews', parent: 'o1' },
  ]);
  await load(fresh.url, made.deliver());
  expect(await waiting()).toEqual([]);
  const { rows } = await fresh.pool.query(
    'select feed, sum(healed) as n from ops.run_feeds where healed > 0 group by 1 order by 1',
  );
  expect(rows).toEqual([
    { feed: 'order_items', n: 1 },
    { feed: 'payments', n: 1 },
    { feed: 'reviews', n: 1 },
  ]);
  const other = await emptyHouse();
  await load(other.url, made.deliver());
  expect(
    differences(await dump(other.pool, ['file_id', 'file_time']), await dump(fresh.pool, ['file_id', 'file_time'])),
  ).toEqual({});
  await Promise.all([fresh.drop(), other.drop()]);
});
