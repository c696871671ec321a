import { expect, it } from 'vitest';
import type { TestDatabase } from '../testkit/index.ts';
import { JsonOrders, line } from './json-orders.ts';

const json = new JsonOrders();
const { workshop } = json;

async function refusedAndLoaded(made: TestDatabase): Promise<{ refused: unknown[]; ids: string[] }> {
  const { rows: refused } = await made.pool.query(
    'select reason, field, record_no, line_no, byte_offset, raw, detail from ops.quarantine order by record_no',
  );
  const { rows } = await made.pool.query<{ external_id: string }>('select external_id from core.orders order by 1');
  return { refused, ids: rows.map((row) => row.external_id) };
}

it('a broken line waits in quarantine with its bytes, line and offset; the others are loaded', async () => {
  const made = await json.house();
  json.source('lines', 'orders.ndjson');
  const lines: (string | Buffer)[] = [
    line('o1'),
    '',
    '{"id":"o2","person":"张三", "status":}',
    line('o3'),
    Buffer.from('{"id":"o4\xe9"}', 'latin1'),
    '["a list"]',
    '{"id":"o6","at":"2025-02-30T00:00:00Z","status":"paid"}',
    '{"id":"a\\u0000b","status":"paid","at":"2025-01-01T00:00:00Z"}',
    '{"id":"a\\ud800b","status":"paid","at":"2025-01-01T00:00:00Z"}',
    '{"id":"o8"',
    line('o9', ',"note":"a \\u4e2d \\ud83d\\ude00 pair"'),
  ];
  const bytes = Buffer.concat(lines.flatMap((one) => [Buffer.from(one), Buffer.from('\n')]));
  workshop.deliver({ 'orders.ndjson': bytes });
  const report = await workshop.load(made.url, 'lines');
  const { refused, ids } = await refusedAndLoaded(made);
  expect(ids).toEqual(['o1', 'o3', 'o9']);
  const expected: [at: number, reason: string, field: string | null][] = [
    [2, 'invalid_json', null],
    [4, 'bad_encoding', null],
    [5, 'invalid_json', null],
    [6, 'invalid_date', 'at'],
    [7, 'nul_byte', 'id'],
    [8, 'bad_encoding', 'id'],
    [9, 'invalid_json', null],
  ];
  expect(refused).toMatchObject(
    expected.map(([at, reason, field]) => ({
      reason,
      field,
      record_no: at,
      line_no: at + 1,
      byte_offset: Buffer.concat(lines.slice(0, at).flatMap((one) => [Buffer.from(one), Buffer.from('\n')])).length,
      raw: Buffer.from(lines[at] ?? ''),
    })),
  );
  expect(report.feeds).toMatchObject([{ read: 10, inserted: 3, quarantined: 7 }]);
});

it('what a broken personal record holds is in no message', async () => {
  const made = await json.house();
  workshop.source('private', {
    files: {
      people: { file: 'people.ndjson', columns: { id: 'text', phone: 'text' }, personal: { phone: 'encrypt' } },
    },
    feeds: {
      customers: {
        from: 'people',
        sql: 'select file_id, record_no, id as external_id, phone, phone_masked from {people}',
      },
    },
  });
  workshop.deliver({ 'people.ndjson': '{"id":"c1","phone":"13812341234"}\n{"id":"c2","phone":13987654321x}\n' });
  await workshop.load(made.url, 'private');
  const { rows } = await made.pool.query('select raw_encrypted, detail::text as detail, raw from ops.quarantine');
  expect(rows).toMatchObject([{ raw_encrypted: true }]);
  expect(JSON.stringify(rows)).not.toContain('13987654321');
  expect((rows[0] as { raw: Buffer }).raw.includes('13987654321')).toBe(false);
  const { rows: known } = await made.pool.query('select phone_masked from core.customers');
  expect(known).toEqual([{ phone_masked: '138****1234' }]);
});

it('numbers keep every digit the source wrote', async () => {
  const made = await json.house();
  workshop.source('digits', {
    files: {
      orders: { file: 'orders.ndjson', columns: { id: 'text', at: 'timestamptz', sum: 'numeric', tags: 'text' } },
    },
    feeds: {
      orders: {
        from: 'orders',
        sql: `select file_id, record_no, id as external_id, concat_ws(' ', sum, tags) as status, at as ordered_at from {orders}`,
      },
    },
  });
  const at = '"at":"2025-01-01T00:00:00Z"';
  workshop.deliver({
    'orders.ndjson': [
      `{"id":12345678901234567890,${at},"sum":0.12345678901234567890,"tags":[98765432109876543210,{"a":1.50}]}`,
      `{"id":7,${at},"sum":1e3,"tags":true}`,
    ].join('\n'),
  });
  await workshop.load(made.url, 'digits');
  const { rows } = await made.pool.query('select external_id, status from core.orders order by 1');
  expect(rows).toEqual([
    { external_id: '12345678901234567890', status: '0.12345678901234567890 [98765432109876543210,{"a":1.50}]' },
    { external_id: '7', status: '1000 true' },
  ]);
});

it('keys that come and keys that never come are notes of the run, of a dry one too; missing keys are null', async () => {
  const made = await json.house();
  json.source('drift', 'orders.ndjson', { ignored: ['known'] });
  workshop.deliver({ 'orders.ndjson': `${line('o1', ',"coupon":"X","known":1')}\n${line('o2')}\n` });
  const notes = [
    {
      code: 'unknown_keys',
      en: expect.stringContaining('coupon') as string,
      zh: expect.stringContaining('coupon') as string,
    },
    {
      code: 'absent_keys',
      en: expect.stringContaining('region') as string,
      zh: expect.stringContaining('region') as string,
    },
  ];
  expect((await workshop.load(made.url, 'drift', { dryRun: true })).notes).toMatchObject(notes);
  expect((await workshop.load(made.url, 'drift')).notes).toMatchObject(notes);
  const { rows } = await made.pool.query('select notes from ops.runs');
  expect(rows).toMatchObject([{ notes: [{ code: 'unknown_keys' }, { code: 'absent_keys' }] }]);
  const { rows: known } = await made.pool.query('select city from core.orders');
  expect(known).toEqual([{ city: null }, { city: null }]);
});

it('a bad event of a nested list is refused as a document of its own, with what is around the list', async () => {
  const made = await json.house();
  json.source('nested', 'shop.json', {
    rows: 'shops[].orders[]',
    columns: {
      id: 'text',
      at: 'timestamptz',
      status: 'text',
      person: { type: 'text', path: '^.owner' },
      region: { type: 'text', path: '^.#' },
    },
  });
  const orders = (from: number) =>
    [line(`o${from}`), `{ "id": "o${from + 1}",\n "status": "paid", "at": "2025-02-30" }`, line(`o${from + 2}`)].join(
      ',\n',
    );
  const shops = [1, 2].map((n) => `{"owner": "p${n}", "orders": [${orders(n * 10)}], "z": [{"orders": 1}]}`);
  const text = `{"version": 1, "shops": [${shops.join(',\n')}]}`;
  workshop.deliver({ 'shop.json': text });
  await workshop.load(made.url, 'nested');
  const { refused, ids } = await refusedAndLoaded(made);
  expect(ids).toEqual(['o10', 'o12', 'o20', 'o22']);
  const bad = (n: number) => `{ "id": "o${n}",\n "status": "paid", "at": "2025-02-30" }`;
  expect(refused).toMatchObject(
    [11, 21].map((n, at) => ({
      reason: 'invalid_date',
      field: 'at',
      record_no: at * 3 + 2,
      byte_offset: text.indexOf(bad(n)),
      line_no: text.slice(0, text.indexOf(bad(n))).split('\n').length,
      raw: Buffer.from(`{"owner": "p${at + 1}", "orders": [${bad(n)}], "z": [{"orders": 1}]}`),
    })),
  );
  const { rows } = await made.pool.query(
    `select o.external_id, c.external_id as owner, o.city from core.orders o join core.customers c using (customer_id) where o.external_id in ('o12', 'o20') order by 1`,
  );
  expect(rows).toEqual([
    { external_id: 'o12', owner: 'p1', city: '1' },
    { external_id: 'o20', owner: 'p2', city: '2' },
  ]);
});

it('a list of texts gives a record a text, an empty or missing list none', async () => {
  const made = await json.house();
  json.source('tags', 'orders.ndjson', {
    rows: 'to.tags[]',
    columns: {
      id: { type: 'text', path: '.' },
      person: { type: 'text', path: '^.id' },
      status: { type: 'text', path: '#' },
      at: { type: 'timestamptz', path: '^.at' },
      region: { type: 'text', path: '^.to.list.1' },
    },
  });
  const more = (tags: string) => `,"to":{"tags":${tags},"list":["a","b"]}`;
  workshop.deliver({
    'orders.ndjson': [
      line('o1', more('["new","gift"]')),
      line('o2', more('[]')),
      line('o3', more('null')),
      line('o4'),
      line('o5', more('{}')),
    ].join('\n'),
  });
  const report = await workshop.load(made.url, 'tags');
  expect(report.feeds).toMatchObject([{ read: 3, inserted: 2, quarantined: 1 }]);
  const { rows } = await made.pool.query('select external_id, status, city from core.orders order by record_no');
  expect(rows).toEqual([
    { external_id: 'new', status: '1', city: 'b' },
    { external_id: 'gift', status: '2', city: 'b' },
  ]);
  const { rows: refused } = await made.pool.query('select reason, field, line_no from ops.quarantine');
  expect(refused).toEqual([{ reason: 'invalid_json', field: 'to.tags', line_no: 5 }]);
});
