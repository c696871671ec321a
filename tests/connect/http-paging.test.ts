import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { OrdersApi, some } from './orders-api.ts';
import { answer } from './shop-api.ts';

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
