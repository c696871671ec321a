import { afterAll, beforeAll, expect, it } from 'vitest';
import { FeedHouse, fates } from './house.ts';
import { order, parcel, scan, serviceCase } from './rows.ts';

let feeds: FeedHouse;
beforeAll(() => {
  feeds = new FeedHouse([
    {
      name: 'all',
      shop: 'tried',
      feeds: [
        'orders',
        'shipments',
        'service_cases',
        'surveys',
        'calendar_events',
        'customer_links',
        'tracking_events',
      ],
      delivery: 'snapshot',
    },
  ]);
});
afterAll(() => feeds.close());

it('a code that is not on a closed list, a score off its scale and an end before its begin are refused with their reasons', async () => {
  const house = await feeds.open();
  const survey = (external_id: string, kind: string, score: number) => ({
    external_id,
    customer_ref: 'ada',
    kind,
    score,
    sent_at: '2025-01-01T00:00:00Z',
  });
  feeds.deliver('all', 'orders', [
    order('o1', 'ada', { status: 'a status of our own', cancel_cause: 'bored' }),
    order('o2', 'ada'),
  ]);
  feeds.deliver('all', 'shipments', [
    parcel('p1', 'o2', { slot_from: '2025-01-02T12:00:00Z', slot_to: '2025-01-02T10:00:00Z' }),
    parcel('p2', 'o2'),
  ]);
  feeds.deliver('all', 'tracking_events', [scan('1', 'p2', undefined, { kind: 'teleported' }), scan('2', 'p2')]);
  feeds.deliver('all', 'service_cases', [
    serviceCase('c1', {}, { channel: 'pigeon' }),
    serviceCase('c2', {}, { transfers: -1 }),
    serviceCase('c3', {}, { severity: 4 }),
    serviceCase('c4', {}, { topic: 'a topic of our own' }),
  ]);
  feeds.deliver('all', 'surveys', [
    survey('s1', 'nps', 0),
    survey('s2', 'csat', 0),
    survey('s3', 'ces', 7),
    survey('s4', 'ces', 8),
  ]);
  feeds.deliver('all', 'calendar_events', [
    { external_id: 'd11', kind: 'promotion', starts_on: '2025-11-11', ends_on: '2025-11-10' },
  ]);
  feeds.deliver('all', 'customer_links', [{ external_id: 'ada', into_ref: 'ada' }]);
  const report = await feeds.load(house, 'all');
  expect(fates(report)).toEqual({
    orders: { inserted: 1, quarantined: 1 },
    shipments: { inserted: 1, quarantined: 1 },
    tracking_events: { inserted: 1, quarantined: 1 },
    service_cases: { inserted: 1, quarantined: 3 },
    surveys: { inserted: 2, quarantined: 2 },
    calendar_events: { quarantined: 1 },
    customer_links: { quarantined: 1 },
  });
  const { rows } = await house.pool.query(
    `select feed, reason, field, detail ->> 'expected' as expected from ops.quarantine order by feed, record_no`,
  );
  expect(rows.map((row) => Object.values(row).join(' ').trim())).toEqual([
    'calendar_events ends_before_it_begins ends_on',
    'customer_links links_to_itself into_ref',
    'orders unknown_code cancel_cause customer | out_of_stock | unpaid | refused | fraud',
    'service_cases unknown_code channel chat | phone | email | form | social | platform | regulator',
    'service_cases negative_number transfers',
    'service_cases number_out_of_range severity',
    'shipments ends_before_it_begins slot_to',
    'surveys score_out_of_range score',
    'surveys score_out_of_range score',
    'tracking_events unknown_code kind picked_up | arrived | departed | out_for_delivery | attempt_failed | delivered | damaged | lost | delayed | returned',
  ]);
  const { rows: state } = await house.pool.query(
    `select feed, rows::int, data_through from ops.feed_state where data_through is not null order by 1`,
  );
  expect(state.map(({ feed, rows: n, data_through: to }) => `${feed} ${n} ${(to as Date).toISOString()}`)).toEqual([
    'orders 1 2025-01-05T08:00:00.000Z',
    'service_cases 1 2025-01-09T08:00:00.000Z',
    'shipments 1 2025-01-08T08:00:00.000Z',
    'surveys 2 2025-01-01T00:00:00.000Z',
    'tracking_events 1 2025-01-06T09:00:00.000Z',
  ]);
});
