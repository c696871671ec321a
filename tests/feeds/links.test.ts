import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import { differences, dump } from '../faults/dump.ts';
import type { TestDatabase } from '../testkit/index.ts';
import { FeedHouse, ownersOf, type Row } from './house.ts';
import { caseStep, compensation, consent, link, order, parcel, scan, serviceCase, touch } from './rows.ts';

let feeds: FeedHouse;

beforeAll(() => {
  feeds = new FeedHouse([
    {
      name: 'back',
      shop: 'tried',
      feeds: ['customers', 'orders', 'shipments', 'tracking_events'],
      delivery: 'snapshot',
    },
    {
      name: 'desk',
      shop: 'tried',
      feeds: ['service_cases', 'case_events', 'compensations', 'consents'],
      delivery: 'snapshot',
    },
    { name: 'site', shop: 'tried', feeds: ['touchpoints'], delivery: 'snapshot' },
    { name: 'stream', shop: 'tried', feeds: ['touchpoints'], delivery: 'delta' },
    { name: 'club', shop: 'tried', feeds: ['customer_links'], delivery: 'snapshot' },
  ]);
});
afterEach(() => feeds.clear());
afterAll(() => feeds.close());

function deliverFacts(): void {
  feeds.deliver(
    'back',
    'customers',
    ['ada', 'bob', 'cyd'].map((external_id) => ({ external_id, city: external_id })),
  );
  feeds.deliver('back', 'orders', [
    order('o1', 'ada'),
    order('o2', 'bob', { ordered_at: '2025-03-05T08:00:00Z' }),
    order('o3', 'cyd'),
  ]);
  feeds.deliver('back', 'shipments', [parcel('p1', 'o1'), parcel('p3', 'o3')]);
  feeds.deliver('back', 'tracking_events', [scan('1', 'p1'), scan('3', 'p3', '2025-02-01T08:00:00Z')]);
  feeds.deliver('desk', 'service_cases', [
    serviceCase('c1', { order_ref: 'o1', customer_ref: 'bob' }),
    serviceCase('c2', { customer_ref: 'ada' }),
    serviceCase('c3', {}),
  ]);
  feeds.deliver('desk', 'case_events', [caseStep('1', 'c1'), caseStep('2', 'c2'), caseStep('3', 'c3')]);
  feeds.deliver('desk', 'compensations', [
    compensation('k1', { case_ref: 'c2' }),
    compensation('k2', { customer_ref: 'ada' }),
  ]);
  feeds.deliver('desk', 'consents', [consent('n1', 'ada'), consent('n2', 'bob')]);
  feeds.deliver('site', 'touchpoints', [
    touch('t1', { visitor_ref: 'w1' }),
    touch('t2', { visitor_ref: 'w1', customer_ref: 'ada' }),
    touch('t3', { visitor_ref: 'w2' }),
    touch('t4', {}, { occurred_at: '2025-02-03T00:00:00Z' }),
  ]);
}

const deliverLinks = (links: Row[]) => feeds.deliver('club', 'customer_links', links);

async function everything(house: TestDatabase): Promise<Record<string, Record<string, string>>> {
  const found: Record<string, Record<string, string>> = {};
  for (const table of [
    'orders',
    'shipments',
    'tracking_events',
    'service_cases',
    'case_events',
    'compensations',
    'consents',
    'touchpoints',
  ])
    found[table] = await ownersOf(house, table);
  return found;
}

async function lost(house: TestDatabase): Promise<unknown> {
  const { rows } = await house.pool.query(
    `select (select count(*)::int from core.identity i where not exists (select from core.customers c where c.customer_id = i.customer_id)) as identities,
       (select count(*)::int from core.orders o where not exists (select from core.identity i where i.id = o.id and i.customer_id = o.customer_id)) as orders,
       (select count(*)::int from core.service_cases o where not exists (select from core.identity i where i.id = o.id and i.customer_id = o.customer_id)) as cases`,
  );
  return rows[0];
}

const unlinked = {
  orders: { o1: 'ada', o2: 'bob', o3: 'cyd' },
  shipments: { p1: 'ada', p3: 'cyd' },
  tracking_events: { '1': 'ada', '3': 'cyd' },
  service_cases: { c1: 'ada', c2: 'ada', c3: 'guest:case:c3' },
  case_events: { '1': 'ada', '2': 'ada', '3': 'guest:case:c3' },
  compensations: { k1: 'ada', k2: 'ada' },
  consents: { n1: 'ada', n2: 'bob' },
};

/** Everything under another name, as far as it is of customers. */
function under(names: Record<string, string>): typeof unlinked {
  return JSON.parse(
    JSON.stringify(unlinked, (_key, value: unknown) => (typeof value === 'string' ? (names[value] ?? value) : value)),
  ) as typeof unlinked;
}

it('everything of a customer who is given up moves to the one who stays, whichever file comes first', async () => {
  const sources = ['back', 'desk', 'site', 'club'];
  deliverFacts();
  deliverLinks([link('ada', 'bob'), link('visitor:w1', 'ada'), link('guest:case:c3', 'cyd')]);
  const dumps: Record<string, string[]>[] = [];
  for (const at of [0, 1, 2, 3]) {
    const house = await feeds.open();
    for (const source of [...sources.slice(at), ...sources.slice(0, at)]) await feeds.load(house, source);
    dumps.push(await dump(house.pool));
    const { touchpoints, ...facts } = await everything(house);
    expect(facts).toEqual(under({ ada: 'bob', 'guest:case:c3': 'cyd' }));
    expect(touchpoints).toMatchObject({ t1: 'bob', t2: 'bob' });
    expect(await lost(house)).toEqual({ identities: 0, orders: 0, cases: 0 });
  }
  for (const other of dumps.slice(1)) expect(differences(dumps[0] ?? {}, other)).toEqual({});
});

it('a link that is withdrawn gives everything back; one that changes its end moves everything on', async () => {
  const [house, never] = [await feeds.open(), await feeds.open()];
  deliverFacts();
  deliverLinks([link('ada', 'bob')]);
  for (const source of ['back', 'desk', 'site', 'club']) await feeds.load(house, source);
  deliverLinks([link('ada', 'cyd')]);
  await feeds.load(house, 'club');
  const { touchpoints: moved, ...facts } = await everything(house);
  expect(facts).toEqual(under({ ada: 'cyd' }));
  expect(moved).toMatchObject({ t2: 'cyd' });
  deliverLinks([]);
  await feeds.load(house, 'club', { allowDeletes: true });
  for (const source of ['back', 'desk', 'site']) await feeds.load(never, source);
  expect(await everything(house)).toEqual(await everything(never));
  const apart = differences(await dump(never.pool), await dump(house.pool));
  expect(Object.keys(apart)).toEqual(['core.customer_links']);
});

it('chains are followed to their end, in whatever order their links come', async () => {
  deliverFacts();
  const dumps: Record<string, string[]>[] = [];
  for (const first of [[link('ada', 'bob')], [link('bob', 'cyd')], []]) {
    const house = await feeds.open();
    deliverLinks(first);
    if (first.length > 0) await feeds.load(house, 'club');
    for (const source of ['back', 'desk', 'site']) await feeds.load(house, source);
    feeds.deliver('club', 'customer_links', [link('ada', 'bob'), link('bob', 'cyd')], { at: Date.UTC(2025, 8, 1) });
    await feeds.load(house, 'club');
    const { touchpoints, ...facts } = await everything(house);
    expect(facts).toEqual(under({ ada: 'cyd', bob: 'cyd' }));
    expect(touchpoints).toMatchObject({ t2: 'cyd' });
    const { rows } = await house.pool.query(
      `select c.external_id, into_one.external_id as into from core.customers c join core.customers into_one on into_one.customer_id = c.merged_into order by 1`,
    );
    expect(rows).toEqual([{ external_id: 'ada', into: 'cyd' }, { external_id: 'bob', into: 'cyd' }]); // prettier-ignore
    dumps.push(await dump(house.pool, ['file_id', 'file_time', 'record_no'])); // a row that stays the same keeps its first file
  }
  for (const other of dumps.slice(1)) expect(differences(dumps[0] ?? {}, other)).toEqual({});
});

it('links that form a circle are refused by name and move nothing; what leads into the circle does', async () => {
  const house = await feeds.open();
  deliverFacts();
  for (const source of ['back', 'desk', 'site']) await feeds.load(house, source);
  const before = await everything(house);
  deliverLinks([link('ada', 'bob'), link('bob', 'ada'), link('cyd', 'ada')]);
  const { notes } = await feeds.load(house, 'club');
  expect(notes).toMatchObject([{ code: 'customer_links_circle', en: expect.stringContaining('ada, bob') as string }]);
  expect((await everything(house))['orders']).toEqual({ o1: 'ada', o2: 'bob', o3: 'ada' });
  const { rows } = await house.pool.query('select external_id, refused from core.customer_links order by 1');
  expect(rows).toEqual([{ external_id: 'ada', refused: 'circle' }, { external_id: 'bob', refused: 'circle' }, { external_id: 'cyd', refused: null }]); // prettier-ignore
  deliverLinks([link('bob', 'ada'), link('cyd', 'ada')]);
  expect((await feeds.load(house, 'club')).notes).toEqual([]);
  expect((await everything(house))['orders']).toEqual({ o1: 'ada', o2: 'ada', o3: 'ada' });
  deliverLinks([link('ada', 'ada')]);
  expect((await feeds.load(house, 'club', { allowDeletes: true })).feeds).toMatchObject([{ quarantined: 1 }]);
  expect(before['orders']).toEqual(unlinked.orders);
});

it('a fact of a linked customer that is corrected, deleted or names another one lands in the right place', async () => {
  const house = await feeds.open();
  deliverFacts();
  deliverLinks([link('ada', 'bob')]);
  for (const source of ['back', 'desk', 'site', 'club']) await feeds.load(house, source);
  feeds.deliver('back', 'orders', [order('o1', 'cyd'), order('o2', 'ada', { status: 'canceled' }), order('o3', 'ada')]);
  await feeds.load(house, 'back');
  expect(await ownersOf(house, 'orders')).toEqual({ o1: 'cyd', o2: 'bob', o3: 'bob' });
  expect(await ownersOf(house, 'tracking_events')).toEqual({ '1': 'cyd', '3': 'bob' });
  deliverLinks([]);
  await feeds.load(house, 'club', { allowDeletes: true });
  expect(await ownersOf(house, 'orders')).toEqual({ o1: 'cyd', o2: 'ada', o3: 'ada' });
  expect(await ownersOf(house, 'tracking_events')).toEqual({ '1': 'cyd', '3': 'ada' });
  expect(await lost(house)).toEqual({ identities: 0, orders: 0, cases: 0 });
});

it.each([false, true])(
  'a touchpoint that first names a visitor and later a customer is one row (visitor linked: %s)',
  async (linked) => {
    const house = await feeds.open();
    const deliver = async (n: number, row: Row) => {
      feeds.deliver('stream', 'touchpoints', [row], { name: String(n), at: Date.UTC(2025, 9, n) });
      await feeds.load(house, 'stream');
    };
    deliverLinks(linked ? [link('visitor:w1', 'bob')] : []);
    await deliver(1, touch('t1', { visitor_ref: 'w1' }));
    await feeds.load(house, 'club');
    await deliver(2, touch('t1', { visitor_ref: 'w1', customer_ref: 'ada' }));
    const { rows: found } = await house.pool.query('select count(*)::int as n from core.touchpoints');
    expect([await ownersOf(house, 'touchpoints'), found]).toEqual([{ t1: 'ada' }, [{ n: 1 }]]);
  },
);
