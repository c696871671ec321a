import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { TestDatabase } from '../testkit/index.ts';
import { differences, dump } from './dump.ts';
import { emptyHouse, load, refusal } from './loads.ts';
import { smallShop, type OlistFile, type OlistShop } from './olist-files.ts';

let house: TestDatabase;
beforeAll(async () => {
  house = await emptyHouse();
});
afterAll(() => house.drop());

const orders: OlistFile = 'olist_orders_dataset.csv';

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
