import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ConnectedHouse, indented, ordersOf } from './connected-shop.ts';
import { answer, apiOrder, ShopApi, type ApiOrder } from './shop-api.ts';

let house: ConnectedHouse;
let api: ShopApi;

beforeAll(async () => {
  [house, api] = await Promise.all([ConnectedHouse.open(), ShopApi.open()]);
  house.secrets.set('SHOP_TOKEN', 's3cret');
});
afterAll(async () => {
  await Promise.all([house.close(), api.close()]);
});
beforeEach(() => void api.queries());

let serial = 0;
/** A source of orders under a name of its own. */
function declare(request: string, { more = '', http = '' } = {}): string {
  const name = `api${++serial}`;
  house.sources.write(
    name,
    `connection: { http: { url: '${api.url}', auth: { bearer: { env: SHOP_TOKEN } }, attempts: 3${http} } }
files:
  orders:
    file: orders.ndjson
${more ? indented(more, 4) : '    delivery: snapshot'}
    request:
      path: /orders.json
${indented(request, 6)}
    columns: { id: text, person: text, status: text, placed: timestamptz, changed: timestamptz }
feeds: { orders: { from: orders } }
`,
    ordersOf(name),
  );
  return name;
}

async function loaded(shop: string): Promise<Record<string, string>> {
  const rows = await house.rows<{ id: string; status: string }>(
    'select external_id as id, status from core.orders where shop = $1 and deleted_at is null order by 1',
    [shop],
  );
  return Object.fromEntries(rows.map(({ id, status }) => [id, status]));
}

const some = (from: number, to: number): ApiOrder[] =>
  Array.from({ length: to - from }, (_none, at) => apiOrder(`o${String(from + at).padStart(4, '0')}`));

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

it('the Link header leads from page to page; it may not lead to another place', async () => {
  api.behave = (asked, response) => {
    const at = Number(asked.searchParams.get('page_info') ?? 0);
    const next = `<${api.url}/orders.json?limit=2&page_info=${at + 2}>; rel="next"`;
    const previous = `<${api.url}/orders.json?page_info=x>; rel="previous"`;
    answer(response, { orders: some(at, at + 2) }, at < 4 ? { link: `${previous}, ${next}` } : { link: previous });
  };
  const name = declare('records: orders\nparams: { limit: 2 }\npaging: link');
  expect((await house.load(name)).feeds[0]).toMatchObject({ inserted: 6 });
  api.behave = (_asked, response) =>
    answer(response, { orders: [] }, { link: '<http://127.0.0.2:9/orders>; rel="next"' });
  const error = await house.refusal(name);
  expect(error).toMatchObject({ code: 'connection_request' });
  expect(error.message).toContain('another place');
});

it('pages by number end at an empty one, though the other side gives fewer than it is asked for', async () => {
  const all = some(0, 25);
  api.behave = (asked, response) => {
    const page = Number(asked.searchParams.get('page'));
    answer(response, all.slice((page - 1) * 10, page * 10)); // never more than 10
  };
  const name = declare('paging: { page: { size: { value: 100 } } }');
  expect((await house.load(name)).feeds[0]).toMatchObject({ inserted: 25 });
  expect(api.queries().at(-1)).toBe('page=4&per_page=100');
});

it('a last page that is given again and again is the end; a full one is a circle', async () => {
  const all = some(0, 5);
  const clamp = (asked: URL) => Math.min(Number(asked.searchParams.get('page')), 3);
  api.behave = (asked, response) => answer(response, all.slice((clamp(asked) - 1) * 2, clamp(asked) * 2));
  const name = declare('paging: { page: { size: { value: 2 } } }\nid: id\ntotal: header:X-None');
  expect(await house.refusal(name)).toMatchObject({ code: 'connection_shape' }); // it announces no total
  const plain = declare('paging: { page: { size: { value: 2 } } }');
  expect((await house.load(plain)).feeds[0]).toMatchObject({ read: 6, inserted: 5, duplicate: 1 });
  api.behave = (_asked, response) => answer(response, all.slice(0, 2));
  expect(await house.refusal(plain)).toMatchObject({ code: 'paging_loop', details: { page: 2 } });
});

it('offsets go on behind what came, and pages that overlap are counted once', async () => {
  const all = some(0, 12);
  api.behave = (asked, response) => {
    const from = Math.max(0, Number(asked.searchParams.get('offset')) - 1); // each page repeats the last record
    answer(response, { data: { items: all.slice(from, from + 5), total: all.length } });
  };
  const name = declare('records: data.items\npaging: { offset: { size: { value: 5 } } }\ntotal: data.total\nid: id');
  expect((await house.load(name)).feeds[0]).toMatchObject({ read: 13, inserted: 12, duplicate: 1 });
});

it('fewer records than announced are not believed', async () => {
  api.behave = (_asked, response) => answer(response, { orders: [...some(0, 3), ...some(0, 3)], count: 4 });
  const name = declare('records: orders\ntotal: count\nid: id');
  expect(await house.refusal(name)).toMatchObject({ code: 'answer_short', details: { found: 3, announced: 4 } });
});

it('an incremental export goes on where it ended: a cursor the other side made', async () => {
  const all = [apiOrder('a'), apiOrder('b'), apiOrder('c')];
  api.behave = (asked, response) => {
    const at = Number((asked.searchParams.get('cursor') ?? 'c0').slice(1));
    const end = Math.min(at + 2, all.length);
    answer(response, { tickets: all.slice(at, end), after_cursor: `c${end}`, end_of_stream: end === all.length });
  };
  const request = `records: tickets
paging: { cursor: { param: cursor, next: after_cursor, end: end_of_stream, keep: true, first: { start_time: 0 } } }`;
  const name = declare(request, { more: 'delivery: delta' });
  expect((await house.load(name)).feeds[0]).toMatchObject({ inserted: 3 });
  expect(api.queries()).toEqual(['start_time=0', 'cursor=c2']);
  expect((await house.load(name)).state).toBe('unchanged');
  all.push(apiOrder('b', 'shipped', '2024-06-01T00:00:00Z'), apiOrder('d'));
  expect((await house.load(name)).feeds[0]).toMatchObject({ inserted: 1, updated: 1 });
  expect(api.queries()).toEqual(['cursor=c3', 'cursor=c3']);
  expect(await loaded(name)).toEqual({ a: 'created', b: 'shipped', c: 'created', d: 'created' });
  expect(await house.rows('select position from ops.cursors where source = $1', [name])).toEqual([
    { position: { cursor: 'c5' } },
  ]);
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

it('since: asks from the latest change less the lag; a change dated ahead hides nothing', async () => {
  api.behave = (_asked, response) =>
    answer(response, [
      apiOrder('a', 'created', '2024-05-01T08:00:00+08:00'),
      apiOrder('b', 'created', '2024-04-01T00:00:00Z'),
    ]);
  const since = 'since: { param: updated_at_min, field: changed, lag: 1 hour, first: 2020-01-01T00:00:00Z }';
  const name = declare(since, { more: 'delivery: delta' });
  await house.load(name);
  api.behave = (_asked, response) => answer(response, [apiOrder('c', 'created', '2098-01-01T00:00:00Z')]);
  await house.load(name);
  api.behave = (_asked, response) => answer(response, []);
  const before = Date.now();
  expect((await house.load(name)).state).toBe('unchanged');
  const asked = api.queries().map((query) => new URLSearchParams(query).get('updated_at_min') ?? '');
  expect(asked.slice(0, 2)).toEqual(['2020-01-01T00:00:00Z', '2024-04-30T23:00:00.000Z']);
  expect(Date.parse(asked[2] ?? '')).toBeLessThan(before - 3_500_000);
});

it('a stretch of the past is asked for by its ends, and moves nothing', async () => {
  api.behave = (_asked, response) => answer(response, [apiOrder('a')]);
  const name = declare('since: { param: from, until: to, field: changed, as: epoch }', { more: 'delivery: delta' });
  await house.load(name);
  const before = await house.rows('select position from ops.cursors where source = $1', [name]);
  api.queries();
  api.behave = (_asked, response) => answer(response, [apiOrder('old', 'created', '2024-02-01T00:00:00Z')]);
  await house.load(name, { range: { from: new Date('2024-02-01'), to: new Date('2024-02-02') } });
  expect(api.queries()).toEqual(['from=1706745600&to=1706832000']);
  expect(await house.rows('select position from ops.cursors where source = $1', [name])).toEqual(before);
});

it.each([
  [
    'a time without a zone',
    '{ param: s, field: changed, lag: 1 hour }',
    '2024-05-01 08:00:00',
    's=2024-05-01+07%3A00%3A00',
  ],
  ['seconds', '{ param: s, field: t, lag: 10 seconds, as: epoch }', '2024-05-01T00:00:00Z', 's=1714521590'],
  ['a number', '{ param: s, field: t, lag: 5, as: number }', '2024-05-01T00:00:00Z', 's=1714521595'],
])('since as %s', async (_what, since, changed, query) => {
  api.behave = (_asked, response) => answer(response, [{ ...apiOrder('a', 'created', changed), t: 1_714_521_600 }]);
  const name = declare(`since: ${since}`, { more: 'delivery: delta\nignored: [t]' });
  await house.load(name);
  api.queries();
  await house.load(name);
  expect(api.queries()).toEqual([query]);
});

it('too many requests and a server that stumbles are waited for as they ask; then everything is there once', async () => {
  const troubles: ((response: Parameters<typeof answer>[0]) => void)[] = [
    (response) => void response.writeHead(429, { 'retry-after': '0' }).end('slow down'),
    (response) => void response.writeHead(503, { 'retry-after': new Date(Date.now() - 1_000).toUTCString() }).end(),
  ];
  api.behave = (asked, response) => {
    const trouble = asked.searchParams.get('page') === '2' ? troubles.pop() : undefined;
    if (trouble) return trouble(response);
    answer(
      response,
      asked.searchParams.get('page') === '3'
        ? []
        : some(Number(asked.searchParams.get('page')) * 2, Number(asked.searchParams.get('page')) * 2 + 2),
    );
  };
  const name = declare('paging: { page: { size: { value: 2 } } }');
  expect((await house.load(name)).feeds[0]).toMatchObject({ read: 4, inserted: 4 });
});

it('a wait longer than allowed ends the run, to come again later', async () => {
  api.behave = (_asked, response) => void response.writeHead(429, { 'retry-after': '3600' }).end();
  expect(await house.refusal(declare('paging: none'))).toMatchObject({
    code: 'connection_busy',
    details: { problem: 'HTTP 429' },
  });
  expect(api.queries()).toHaveLength(1);
});

it('answers that are cut are asked for again, and what came of them is taken back', async () => {
  const body = JSON.stringify({ orders: some(0, 400) });
  const cuts: ((response: Parameters<typeof answer>[0]) => void)[] = [
    // promised more than it sends, then hangs up
    (response) => {
      response.writeHead(200, { 'content-type': 'application/json', 'content-length': String(body.length) });
      response.write(body.slice(0, body.length / 2), () => response.destroy());
    },
    // ends as if it were whole
    (response) => answer(response, body.slice(0, -9_000)),
  ];
  api.behave = (_asked, response) => {
    const cut = cuts.pop();
    if (cut) cut(response);
    else answer(response, body);
  };
  expect((await house.load(declare('records: orders'))).feeds[0]).toMatchObject({
    read: 400,
    inserted: 400,
    duplicate: 0,
  });
});

it('a packed answer that is cut is asked for again', async () => {
  const packed = gzipSync(JSON.stringify(some(0, 50)));
  let asked = 0;
  api.behave = (_asked, response) => {
    response.writeHead(200, { 'content-encoding': 'gzip' });
    response.end(asked++ === 0 ? packed.subarray(0, packed.length - 200) : packed);
  };
  expect((await house.load(declare('paging: none'))).feeds[0]).toMatchObject({ read: 50 });
});

it.each([
  ['connection_answer', '<html>maintenance</html>'],
  ['connection_answer', '{"orders": [{"id": "a"}'],
  ['connection_answer', '{"orders": [{"id": "a"}], "count": 1,}'],
  ['connection_answer', ''],
  ['connection_shape', '{"items": []}'],
  ['connection_shape', '{"orders": {"id": "a"}}'],
])('%s: %j is no page of orders', async (code, body) => {
  api.behave = (_asked, response) => answer(response, body);
  expect(await house.refusal(declare('records: orders', { http: ', longestWait: 2 seconds' }))).toMatchObject({ code });
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

it.each([
  [401, 'connection_refused'],
  [403, 'connection_refused'],
  [404, 'connection_request'],
  [422, 'connection_request'],
])('HTTP %i is asked once: somebody has to mend something', async (status, code) => {
  api.behave = (_asked, response) => void response.writeHead(status).end('{"token": "s3cret"}');
  const error = await house.refusal(declare('paging: none'));
  expect(error.code).toBe(code);
  expect(error.message).toContain(`HTTP ${status}`);
  expect(error.message).not.toContain('s3cret');
  expect(api.queries()).toHaveLength(1);
});

it('a redirect is followed on its own side only', async () => {
  api.behave = (asked, response) =>
    asked.pathname.endsWith('/v2')
      ? answer(response, some(0, 1))
      : void response.writeHead(302, { location: '/api/v2' }).end();
  expect((await house.load(declare('paging: none'))).feeds[0]).toMatchObject({ inserted: 1 });
  api.behave = (_asked, response) => void response.writeHead(302, { location: 'http://127.0.0.2:9/steal' }).end();
  expect((await house.refusal(declare('paging: none'))).code).toBe('connection_request');
});

it('silence, and a server that is not there, are troubles that pass', async () => {
  api.behave = () => undefined;
  expect(
    await house.refusal(declare('paging: none', { http: ', timeout: 1 second, longestWait: 0 seconds' })),
  ).toMatchObject({
    code: 'connection_lost',
  });
  const name = declare('paging: none');
  const gone = await ShopApi.open();
  await gone.close();
  house.sources.write(
    name,
    `connection: { http: { url: '${gone.url}', attempts: 1 } }
files: { orders: { file: orders.ndjson, request: { path: '/orders' }, columns: { id: text, person: text, status: text, placed: timestamptz, changed: timestamptz } } }
feeds: { orders: { from: orders } }
`,
    ordersOf(name),
  );
  expect(await house.refusal(name)).toMatchObject({ code: 'connection_unreachable' });
});

it('pages without end are stopped, and a cursor that turns back is a circle', async () => {
  let at = 0;
  api.behave = (_asked, response) => answer(response, { items: some(at, ++at), next: `p${at}` });
  const paged = 'records: items\npaging: { cursor: { param: p, next: next } }';
  expect(await house.refusal(declare(`${paged}\nmaxPages: 7`))).toMatchObject({
    code: 'paging_endless',
    details: { pages: 7 },
  });
  at = 0;
  api.behave = (_asked, response) => answer(response, { items: some(at, ++at), next: `p${at % 3}` });
  expect(await house.refusal(declare(paged))).toMatchObject({ code: 'paging_loop' });
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
