import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { ordersOf } from './connected-shop.ts';
import { OrdersApi, some } from './orders-api.ts';
import { answer, ShopApi } from './shop-api.ts';

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
