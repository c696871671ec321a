import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { OrdersApi } from './orders-api.ts';
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
  expect(await house.orders(name)).toEqual({ a: 'created', b: 'shipped', c: 'created', d: 'created' });
  expect(await house.rows('select position from ops.cursors where source = $1', [name])).toEqual([
    { position: { cursor: 'c5' } },
  ]);
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
