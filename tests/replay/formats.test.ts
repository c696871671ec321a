import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { differences, dump } from '../faults/dump.ts';
import { gb18030 } from '../formats/encode.ts';
import { workbook } from '../formats/workbook.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { apartFromFiles, orderColumns, ordersSql, Quarantine, refusedRows } from './refused.ts';

const quarantine = new Quarantine();
const { shop, load, replay, correct } = quarantine;

/** Loads damaged files, corrects the one refused record, replays, and compares with a load of the whole ones. */
async function mended(
  source: string,
  {
    damaged,
    whole,
    column,
    value,
  }: Record<'damaged' | 'whole', Record<string, string | Buffer>> & { column: string; value: string },
): Promise<{ house: TestDatabase; differs: ReturnType<typeof differences> }> {
  const [house, clean] = [await quarantine.open(), await quarantine.open()];
  shop.deliver(damaged);
  await load(house, source);
  const [row, ...more] = await refusedRows(house);
  expect(more).toEqual([]);
  await correct(house, row!.id, { fields: [{ column, value }] });
  expect(await replay(house, { source })).toMatchObject([{ rows: 1, loaded: 1 }]);
  shop.deliver(whole);
  await load(clean, source);
  const apart = [...apartFromFiles, 'file_time'];
  return { house, differs: differences(await dump(clean.pool, apart), await dump(house.pool, apart)) };
}

const orders = (
  name: string,
  file: string,
  more: Record<string, unknown> = {},
  columns: Record<string, unknown> = orderColumns,
): string =>
  shop.source(name, {
    files: { orders: { file, columns, ...more } },
    feeds: { orders: { from: 'orders', sql: ordersSql } },
  });

const lines = (at: string, separator = ','): string =>
  [
    ['id', 'person', 'status', 'at'],
    ['甲', 'ada', 'created', '2024-01-01 08:00'],
    ['乙', '"ada"', 'shipped', at],
    ['丙', 'bob', 'created', '2024-01-03 08:00'],
  ]
    .map((fields) => fields.join(separator))
    .join('\n');

const wrong = '2024-02-30 08:00';
const right = '2024-02-28 08:00';
const change = { column: 'at', value: right };

describe('a record is corrected and replayed as its file would hold it:', () => {
  it('tab-separated, packed', async () => {
    const source = orders('tabs', 'orders.tsv.gz');
    const [damaged, whole] = [wrong, right].map((at) => ({ 'orders.tsv.gz': gzipSync(lines(at, '\t')) }));
    const { differs } = await mended(source, { damaged: damaged!, whole: whole!, ...change });
    expect(differs).toEqual({});
  });

  it('GB18030', async () => {
    const source = orders('national', 'orders.csv', { encoding: 'gb18030' });
    const [damaged, whole] = [wrong, right].map((at) => ({ 'orders.csv': gb18030(lines(at)) }));
    const { differs } = await mended(source, { damaged: damaged!, whole: whole!, ...change });
    expect(differs).toEqual({});
  });

  it('a workbook', async () => {
    const source = orders('sheets', 'orders.xlsx');
    const sheet = (at: string) =>
      workbook({
        Orders: lines(at)
          .replaceAll('"', '')
          .split('\n')
          .map((line) => line.split(',')),
      });
    const { differs } = await mended(source, {
      damaged: { 'orders.xlsx': sheet(wrong) },
      whole: { 'orders.xlsx': sheet(right) },
      ...change,
    });
    expect(differs).toEqual({});
  });

  it('JSON lines', async () => {
    const source = orders('nd', 'orders.ndjson');
    const file = (at: string) =>
      ['甲', '乙', '丙']
        .map((id, n) => JSON.stringify({ id, person: 'ada', status: 'created', at: n === 1 ? at : right }))
        .join('\n');
    const { differs } = await mended(source, {
      damaged: { 'orders.ndjson': file(wrong) },
      whole: { 'orders.ndjson': file(right) },
      ...change,
    });
    expect(differs).toEqual({});
  });

  it('a list inside a JSON document: its place in the list stays its place', async () => {
    const columns = {
      customer: { type: 'text', path: '^.customer' },
      no: { type: 'integer', path: '#' },
      at: { type: 'timestamp', path: 'when.placed' },
    };
    const source = shop.source('nested', {
      files: { orders: { file: 'orders.json', rows: 'data.people[].orders[]', columns } },
      feeds: {
        orders: {
          from: 'orders',
          sql: `select file_id, record_no, customer || '-' || no as external_id, customer as customer_ref, 'created' as status, at as ordered_at from {orders}`,
        },
      },
    });
    const placed = (...times: string[]) => times.map((placed_) => ({ when: { placed: placed_ } }));
    const file = (at: string) =>
      JSON.stringify({
        data: {
          people: [
            { customer: 'ada', orders: placed(right, right) },
            { customer: 'bob', orders: [] },
            { customer: 'cyd', orders: placed(right, right, at, right) },
          ],
        },
      });
    const { house, differs } = await mended(source, {
      damaged: { 'orders.json': file(wrong) },
      whole: { 'orders.json': file(right) },
      ...change,
    });
    expect(differs).toEqual({});
    const { rows } = await house.pool.query<{ id: string }>('select external_id as id from core.orders order by 1');
    expect(rows.map(({ id }) => id)).toEqual(['ada-1', 'ada-2', 'cyd-1', 'cyd-2', 'cyd-3', 'cyd-4']);
  });
});

it('a record with too many fields is given as a whole; what is no record is refused', async () => {
  const house = await quarantine.open();
  const source = orders('whole', 'orders.csv');
  shop.deliver({
    'orders.csv':
      'id,person,status,at\na,ada,created,2024-01-01 08:00\nb,Ada, Lady,created,2024-01-01 08:00\nc,"bob,created,2024-01-01 08:00\n',
  });
  await load(house, source);
  const [fields, quote] = await refusedRows(house);
  expect([fields!.reason, quote!.reason]).toEqual(['too_many_fields', 'stray_quote']);
  const bad = { code: 'correction_refused' };
  await expect(correct(house, fields!.id, { fields: [{ column: 'at', value: '2024-01-02' }] })).rejects.toMatchObject(
    bad,
  );
  await expect(correct(house, fields!.id, { raw: Buffer.from('b,ada') })).rejects.toMatchObject(bad);
  await expect(
    correct(house, fields!.id, { raw: Buffer.from('b,ada,created,2024-01-01\nx,ada,created,2024-01-01') }),
  ).rejects.toMatchObject(bad);
  await expect(correct(house, quote!.id, { raw: Buffer.from('c,"bob,created,2024-01-01') })).rejects.toMatchObject(bad);
  await correct(house, fields!.id, { raw: Buffer.from('b,"Ada, Lady",created,2024-01-01 08:00\r\n') });
  await correct(house, quote!.id, { raw: Buffer.from('c,"""bob""",created,2024-01-01 08:00') });
  expect(await replay(house, { source })).toMatchObject([{ rows: 2, loaded: 2 }]);
  const { rows } = await house.pool.query<{ id: string }>('select external_id as id from core.orders order by 1');
  expect(rows.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
});

it('records that nobody put right are never taken for something else', async () => {
  const house = await quarantine.open();
  const source = orders('long', 'orders.csv');
  const long = `z,ada,created,2024-01-01 08:00${' '.repeat(1_100_000)}`;
  shop.deliver({
    'orders.csv': `id,person,status,at\na,ada,created,2024-01-01 08:00\nc,"bob,created,2024-01-01\n${long}\n`,
  });
  await load(house, source);
  const before = (await refusedRows(house)).map(({ reason }) => reason);
  expect(before).toEqual(['stray_quote', 'record_too_long']);
  expect(await replay(house, { source })).toMatchObject([{ rows: 2, loaded: 0, refused: 2 }]);
  expect((await refusedRows(house)).map(({ reason, state }) => [reason, state])).toEqual(
    before.map((reason) => [reason, 'waiting']),
  );
});
