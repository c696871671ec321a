import { expect, it } from 'vitest';
import { differences, dump } from './dump.ts';
import { emptyHouse, load } from './loads.ts';
import { shop, smallShop, type OlistFile } from './olist-files.ts';

const orders: OlistFile = 'olist_orders_dataset.csv';
const items: OlistFile = 'olist_order_items_dataset.csv';

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
