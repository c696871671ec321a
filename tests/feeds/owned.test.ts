import { afterAll, afterEach, beforeAll, expect, it } from 'vitest';
import type { TestDatabase } from '../testkit/index.ts';
import { fates, FeedHouse, ownersOf } from './house.ts';
import { caseStep, compensation, consent, order, parcel, scan, serviceCase } from './rows.ts';

let feeds: FeedHouse;
let house: TestDatabase;

beforeAll(() => {
  feeds = new FeedHouse([
    { name: 'back', shop: 'tried', feeds: ['customers', 'orders'], delivery: 'snapshot' },
    { name: 'ways', shop: 'tried', feeds: ['shipments', 'tracking_events'], delivery: 'snapshot' },
    {
      name: 'desk',
      shop: 'tried',
      feeds: ['service_cases', 'case_events', 'compensations', 'consents'],
      delivery: 'snapshot',
    },
    { name: 'late', shop: 'tried', feeds: ['orders', 'service_cases', 'case_events'], delivery: 'delta' },
  ]);
});
afterEach(() => feeds.clear());
afterAll(() => feeds.close());

it('a case belongs to the customer of its order, else to the one it names, else to a guest of its own', async () => {
  house = await feeds.open();
  feeds.deliver('back', 'orders', [order('o1', 'ada'), order('o2', null)]);
  await feeds.load(house, 'back');
  feeds.deliver('desk', 'service_cases', [
    serviceCase('c1', { order_ref: 'o1', customer_ref: 'bob' }),
    serviceCase('c2', { order_ref: 'o2' }),
    serviceCase('c3', { customer_ref: 'bob' }),
    serviceCase('c4', {}),
  ]);
  feeds.deliver('desk', 'compensations', [
    compensation('k1', { case_ref: 'c3', customer_ref: 'eve' }),
    compensation('k2', { order_ref: 'o1', case_ref: 'c4' }),
    compensation('k3', {}),
  ]);
  feeds.deliver('desk', 'case_events', [caseStep('1', 'c1'), caseStep('1', 'c4')]);
  expect(fates(await feeds.load(house, 'desk'))).toEqual({
    service_cases: { inserted: 4 },
    compensations: { inserted: 3 },
    case_events: { inserted: 2 },
  });
  expect(await ownersOf(house, 'service_cases')).toEqual({ c1: 'ada', c2: 'guest:o2', c3: 'bob', c4: 'guest:case:c4' });
  expect(await ownersOf(house, 'compensations')).toEqual({ k1: 'bob', k2: 'ada', k3: 'guest:compensation:k3' });
  const { rows } = await house.pool.query('select external_id, identified, inferred from core.customers order by 1');
  expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
    'ada true true',
    'bob true true',
    'guest:case:c4 false true',
    'guest:compensation:k3 false true',
    'guest:o2 false true',
  ]);
  const { rows: agents } = await house.pool.query('select code, inferred from core.agents');
  expect(agents).toEqual([{ code: 'ag1', inferred: true }]);
});

it('owned rows and events are updated, kept, deleted and brought back like any others', async () => {
  const deliver = (cases: [string, string][], steps: string[]) => {
    feeds.deliver(
      'desk',
      'service_cases',
      cases.map(([id, status]) => serviceCase(id, { customer_ref: 'ada' }, { status })),
    );
    feeds.deliver(
      'desk',
      'case_events',
      steps.map((id) => caseStep(id, id.slice(0, 2), '2025-01-09T08:00:00Z', { detail: id.length > 3 ? 'x' : null })),
    );
  };
  house = await feeds.open();
  deliver([['c1', 'open'], ['c2', 'open'], ['c3', 'open']], ['c1a', 'c1b', 'c2a']); // prettier-ignore
  await feeds.load(house, 'desk');
  deliver([['c1', 'closed'], ['c2', 'open']], ['c1a', 'c2a']); // prettier-ignore
  expect(fates(await feeds.load(house, 'desk'))).toEqual({
    service_cases: { updated: 1, unchanged: 1, deleted: 1 },
    case_events: { unchanged: 2, deleted: 1 },
  });
  expect(await ownersOf(house, 'service_cases')).toEqual({ c1: 'ada', c2: 'ada' });
  expect(await ownersOf(house, 'case_events')).toEqual({ c1a: 'ada', c2a: 'ada' });
  deliver([['c1', 'closed'], ['c2', 'open'], ['c3', 'open']], ['c1a', 'c1b', 'c2a']); // prettier-ignore
  expect(fates(await feeds.load(house, 'desk'))).toEqual({
    service_cases: { updated: 1, unchanged: 2 },
    case_events: { updated: 1, unchanged: 2 },
  });
  expect(Object.keys(await ownersOf(house, 'case_events'))).toEqual(['c1a', 'c1b', 'c2a']);
  expect(fates(await feeds.load(house, 'desk'))).toEqual({});
});

it('what names an unknown parent waits, level by level, and heals when the parent comes', async () => {
  house = await feeds.open();
  feeds.deliver('ways', 'shipments', [parcel('p1', 'o1'), parcel('p2', 'o2')]);
  feeds.deliver('ways', 'tracking_events', [scan('1', 'p1'), scan('2', 'p1'), scan('1', 'p2'), scan('1', 'p9')]);
  expect(fates(await feeds.load(house, 'ways'))).toEqual({
    shipments: { pending: 2 },
    tracking_events: { pending: 4 },
  });
  feeds.deliver('desk', 'service_cases', [serviceCase('c1', { order_ref: 'o1' })]);
  feeds.deliver('desk', 'compensations', [compensation('k1', { order_ref: 'o2', case_ref: 'c1' })]);
  feeds.deliver('desk', 'case_events', [caseStep('1', 'c1')]);
  expect(fates(await feeds.load(house, 'desk'))).toEqual({
    service_cases: { pending: 1 },
    compensations: { pending: 1 },
    case_events: { pending: 1 },
  });
  feeds.deliver('back', 'orders', [order('o1', 'ada')]);
  expect(fates(await feeds.load(house, 'back'))).toEqual({
    orders: { inserted: 1 },
    shipments: { healed: 1 },
    tracking_events: { healed: 2 },
    service_cases: { healed: 1 },
    case_events: { healed: 1 },
  });
  const { rows } = await house.pool.query(
    'select feed, parent_concept, parent_external_id from ops.pending order by 1, 3',
  );
  expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
    'compensations order o2',
    'shipments order o2',
    'tracking_events shipment p2',
    'tracking_events shipment p9',
  ]);
  feeds.deliver('back', 'orders', [order('o1', 'ada'), order('o2', 'bob')]);
  await feeds.load(house, 'back');
  expect(await ownersOf(house, 'compensations')).toEqual({ k1: 'bob' });
  expect(await ownersOf(house, 'tracking_events')).toEqual({ '1': 'bob', '2': 'ada' });
  const { rows: left } = await house.pool.query('select feed, parent_external_id from ops.pending');
  expect(left).toEqual([{ feed: 'tracking_events', parent_external_id: 'p9' }]);
});

it('an order that turns out to be another person’s takes parcels, scans, cases, their steps and what names the case along', async () => {
  house = await feeds.open();
  feeds.deliver('back', 'orders', [order('o1', null), order('o2', 'bob')]);
  await feeds.load(house, 'back');
  feeds.deliver('ways', 'shipments', [parcel('p1', 'o1')]);
  feeds.deliver('ways', 'tracking_events', [scan('1', 'p1'), scan('2', 'p1', '2025-02-01T00:00:00Z')]);
  await feeds.load(house, 'ways');
  feeds.deliver('desk', 'service_cases', [
    serviceCase('c1', { order_ref: 'o1' }),
    serviceCase('c2', { order_ref: 'o2' }),
  ]);
  feeds.deliver('desk', 'compensations', [
    compensation('k1', { case_ref: 'c1' }),
    compensation('k2', { case_ref: 'c2' }),
  ]);
  feeds.deliver('desk', 'case_events', [caseStep('1', 'c1'), caseStep('2', 'c2')]);
  feeds.deliver('desk', 'consents', [consent('n1', 'cyd')]);
  await feeds.load(house, 'desk');
  feeds.deliver('back', 'orders', [order('o1', 'ada'), order('o2', 'bob')]);
  expect(fates(await feeds.load(house, 'back'))).toEqual({ orders: { updated: 1, unchanged: 1 } });
  expect(await ownersOf(house, 'shipments')).toEqual({ p1: 'ada' });
  expect(await ownersOf(house, 'tracking_events')).toEqual({ '1': 'ada', '2': 'ada' });
  expect(await ownersOf(house, 'service_cases')).toEqual({ c1: 'ada', c2: 'bob' });
  expect(await ownersOf(house, 'compensations')).toEqual({ k1: 'ada', k2: 'bob' });
  expect(await ownersOf(house, 'case_events')).toEqual({ '1': 'ada', '2': 'bob' });
  const { rows } = await house.pool.query(
    `select (select array_agg(external_id order by external_id) from core.customers) as customers,
       (select count(*)::int from core.identity i where not exists (select from core.customers c where c.customer_id = i.customer_id)) as lost`,
  );
  expect(rows).toEqual([{ customers: ['ada', 'bob', 'cyd'], lost: 0 }]);
});

it('a case that is given another customer takes its steps along, also one that comes again with them', async () => {
  house = await feeds.open();
  feeds.deliver('late', 'orders', [order('o1', 'ada')]);
  feeds.deliver('late', 'service_cases', [serviceCase('c1', {}), serviceCase('c2', { customer_ref: 'bob' })]);
  feeds.deliver('late', 'case_events', [
    caseStep('1', 'c1'),
    caseStep('2', 'c1', '2025-01-09T09:00:00Z'),
    caseStep('3', 'c2'),
  ]);
  await feeds.load(house, 'late');
  feeds.deliver(
    'late',
    'service_cases',
    [serviceCase('c1', { order_ref: 'o1' }), serviceCase('c2', { customer_ref: 'cyd' })],
    { name: '2' },
  );
  feeds.deliver('late', 'case_events', [caseStep('2', 'c1', '2025-01-09T09:00:00Z', { detail: 'again' })], {
    name: '2',
  });
  await feeds.load(house, 'late');
  expect(await ownersOf(house, 'service_cases')).toEqual({ c1: 'ada', c2: 'cyd' });
  expect(await ownersOf(house, 'case_events')).toEqual({ '1': 'ada', '2': 'ada', '3': 'cyd' });
  const { rows } = await house.pool.query(`select external_id, detail from core.case_events order by 1`);
  expect(rows.map((row) => row.detail)).toEqual([null, 'again', null]);
});

it('an older row that waited does not win over a newer one that is published', async () => {
  house = await feeds.open();
  const versions = {
    old: { source_version: '2025-01-01T00:00:00Z' },
    young: { source_version: '2025-01-02T00:00:00Z' },
  };
  feeds.deliver('late', 'service_cases', [
    serviceCase('c1', { customer_ref: 'ada' }, { ...versions.young, status: 'closed' }),
  ]);
  await feeds.load(house, 'late');
  feeds.deliver('late', 'service_cases', [serviceCase('c1', { order_ref: 'o1' }, versions.old)], { name: '2' });
  expect(fates(await feeds.load(house, 'late'))).toEqual({ service_cases: { superseded: 1 } });
  feeds.deliver('late', 'orders', [order('o1', 'bob')]);
  await feeds.load(house, 'late');
  expect(await ownersOf(house, 'service_cases')).toEqual({ c1: 'ada' });
});

it('a newer row that waits is not forgotten when an older one of the same id is published', async () => {
  house = await feeds.open();
  const versions = {
    old: { source_version: '2025-01-01T00:00:00Z' },
    young: { source_version: '2025-01-02T00:00:00Z' },
  };
  feeds.deliver('late', 'service_cases', [serviceCase('c1', { order_ref: 'o1' }, versions.young)]);
  await feeds.load(house, 'late');
  feeds.deliver('late', 'service_cases', [serviceCase('c1', { customer_ref: 'ada' }, versions.old)], { name: '2' });
  await feeds.load(house, 'late');
  expect(await ownersOf(house, 'service_cases')).toEqual({ c1: 'ada' });
  feeds.deliver('late', 'orders', [order('o1', 'bob')]);
  await feeds.load(house, 'late');
  expect(await ownersOf(house, 'service_cases')).toEqual({ c1: 'bob' });
});
