import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ordersOf } from './connected-shop.ts';
import { OrdersApi, some } from './orders-api.ts';
import { answer, apiOrder } from './shop-api.ts';

let orders: OrdersApi;
let house: OrdersApi['house'];
let api: OrdersApi['api'];
let declare: OrdersApi['declare'];

beforeAll(async () => {
  orders = await OrdersApi.open();
  ({ house, api, declare } = orders);
});
afterAll(() => orders.close());
beforeEach(() => void api.queries());

it('one page, with the secret in its header and nowhere else', async () => {
  api.behave = (_asked, response) => answer(response, { orders: some(0, 3), count: 3 });
  const name = declare('records: orders\nparams: { status: any, limit: 250 }\ntotal: count');
  expect((await house.load(name)).feeds[0]).toMatchObject({ read: 3, inserted: 3 });
  expect(api.asked[0]?.headers['authorization']).toBe('Bearer s3cret');
  expect(api.queries()).toEqual(['status=any&limit=250']);
});

it.each([
  [
    'basic: { user: { env: SHOP_TOKEN }, password: { env: SHOP_TOKEN } }',
    'authorization',
    `Basic ${btoa('s3cret:s3cret')}`,
  ],
  ['header: { name: X-Access-Token, value: { env: SHOP_TOKEN } }', 'x-access-token', 's3cret'],
])('auth by %s', async (auth, header, value) => {
  api.behave = (_asked, response) => answer(response, some(0, 1));
  const name = declare('paging: none');
  house.sources.write(
    name,
    `connection: { http: { url: '${api.url}', headers: { X-Version: '3' }, auth: { ${auth} } } }
files: { orders: { file: orders.ndjson, request: { path: '/orders.json' }, columns: { id: text, person: text, status: text, placed: timestamptz, changed: timestamptz } } }
feeds: { orders: { from: orders } }
`,
    ordersOf(name),
  );
  await house.load(name);
  expect(api.asked.at(-1)?.headers).toMatchObject({ [header]: value, 'x-version': '3' });
});

it('records may hold lists that are roles of their own, read from the same answer', async () => {
  const tickets = [
    {
      ...apiOrder('a'),
      lines: [
        { no: 1, price: '5.00' },
        { no: 2, price: '6.50' },
      ],
    },
    { ...apiOrder('b'), lines: [] },
  ];
  api.behave = (_asked, response) => answer(response, { tickets });
  house.sources.write(
    'nested',
    `connection: { http: { url: '${api.url}' } }
files:
  orders:
    file: tickets.ndjson
    request: { path: /tickets, records: tickets }
    ignored: [lines]
    columns: { id: text, person: text, status: text, placed: timestamptz, changed: timestamptz }
  lines:
    file: tickets.ndjson
    rows: lines[]
    columns: { order_id: { type: text, path: ^.id }, no: integer, price: numeric }
feeds: { orders: { from: orders }, order_items: { from: lines } }
`,
    {
      ...ordersOf('nested'),
      order_items: `select file_id, record_no, order_id || '-' || no as external_id, order_id as order_ref, no as item_no, price from landing.nested__lines`,
    },
  );
  const { feeds } = await house.load('nested');
  expect(feeds.map(({ feed, inserted }) => [feed, inserted])).toEqual([
    ['orders', 2],
    ['order_items', 2],
  ]);
});

it('a list that is empty is no fault, until it was not before', async () => {
  api.behave = (_asked, response) => answer(response, { orders: [] });
  const name = declare('records: orders');
  expect((await house.load(name)).feeds[0]).toMatchObject({ read: 0 });
  api.behave = (_asked, response) => answer(response, { orders: some(0, 2) });
  await house.load(name);
  api.behave = (_asked, response) => answer(response, { orders: [] });
  expect(await house.refusal(name)).toMatchObject({ code: 'too_many_deletes' });
});

it('a record that is broken harms no other: it is quarantined with its bytes', async () => {
  api.behave = (_asked, response) =>
    answer(
      response,
      `{"orders": [${JSON.stringify(apiOrder('a'))},\n {"id": "b",\n "status": created}, ${JSON.stringify(apiOrder('c'), null, 2)}]}`,
    );
  const name = declare('records: orders');
  expect((await house.load(name)).feeds[0]).toMatchObject({ read: 3, inserted: 2, quarantined: 1 });
  const [refused] = await house.rows<{ reason: string; raw: Buffer }>(
    'select reason, raw from ops.quarantine where source = $1',
    [name],
  );
  expect(refused?.reason).toBe('invalid_json');
  expect(refused?.raw.toString()).toBe('{"id": "b",  "status": created}');
});

it('a huge page takes the memory of a record', async () => {
  const record = JSON.stringify({ ...apiOrder('x'), note: 'n'.repeat(5_000) });
  api.behave = (_asked, response) => {
    response.writeHead(200, { 'content-type': 'application/json' });
    let sent = 0;
    const more = (): void => {
      while (sent < 30_000) {
        const one = record.replace('"x"', `"x${sent}"`);
        if (!response.write(`${sent++ === 0 ? '{"orders":[' : ','}${one}`)) return void response.once('drain', more);
      }
      response.end(']}');
    };
    more();
  };
  const name = declare('records: orders', { more: 'ignored: [note]' });
  let peak = 0;
  const watch = setInterval(() => (peak = Math.max(peak, process.memoryUsage().arrayBuffers)), 20);
  const before = process.memoryUsage().arrayBuffers;
  try {
    expect((await house.load(name, { dryRun: true })).feeds[0]).toMatchObject({ read: 30_000 });
  } finally {
    clearInterval(watch);
  }
  expect(peak - before).toBeLessThan(100 * 1024 * 1024);
});
