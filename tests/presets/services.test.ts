import { expect, it } from 'vitest';
import { PresetHouses, rowsOf } from './house.ts';

const houses = new PresetHouses();

const ticket = (id: number, more: Record<string, unknown>) => ({
  id,
  url: `https://shop.example/api/v2/tickets/${id}.json`,
  type: 'question',
  status: 'open',
  priority: 'high',
  subject: '包裹没收到',
  via: { channel: 'web', source: { from: {}, to: {} } },
  requester_id: 20_978_392,
  assignee_id: 235_323,
  group_id: 98_738,
  satisfaction_rating: { score: 'unoffered' },
  created_at: '2025-05-20T14:00:00Z',
  updated_at: '2025-05-20T15:00:00Z',
  tags: ['a'],
  ...more,
});

it('Zendesk: a ticket that comes again is the same case, as it stands now', async () => {
  const house = await houses.open();
  await houses.copy('zendesk', 'desk');
  const page = (tickets: unknown[]) => JSON.stringify({ tickets, end_time: 1, next_page: null, end_of_stream: true });
  const metrics = {
    solved_at: '2025-05-21T14:00:00Z',
    reopens: 1,
    replies: 2,
    assignee_stations: 3,
    reply_time_in_minutes: { calendar: 12, business: 3 },
  };
  const report = await houses.load(
    house,
    'desk',
    houses.delivery({
      'tickets-1.json': page([ticket(1, {}), ticket(2, { via: { channel: 'voice' } })]),
      'tickets-2.json': page([
        ticket(1, {
          status: 'solved',
          updated_at: '2025-05-21T14:00:00Z',
          satisfaction_rating: { id: 1, score: 'bad' },
          metric_set: metrics,
        }),
        ticket(2, { via: { channel: 'voice' }, status: 'deleted', updated_at: '2025-05-22T14:00:00Z' }),
      ]),
    }),
  );
  expect(report.feeds.filter(({ quarantined }) => quarantined > 0)).toEqual([]);
  expect(report.notes.filter(({ code }) => code === 'unknown_keys')).toEqual([]);
  expect(
    await rowsOf(
      house,
      'select external_id, status, channel, case_type, csat, transfers, reopens, resolved_at, first_response_at from core.service_cases order by 1',
    ),
  ).toEqual([
    {
      external_id: '1',
      status: 'resolved',
      channel: 'form',
      case_type: 'enquiry',
      csat: 1,
      transfers: 2,
      reopens: 1,
      resolved_at: new Date('2025-05-21T14:00:00Z'),
      first_response_at: new Date('2025-05-20T14:12:00Z'),
    },
    {
      external_id: '2',
      status: 'closed',
      channel: 'phone',
      case_type: 'enquiry',
      csat: null,
      transfers: 0,
      reopens: 0,
      resolved_at: null,
      first_response_at: null,
    },
  ]);
});

it('Zendesk: the same tickets as JSON lines', async () => {
  const house = await houses.open();
  await houses.copy('zendesk', 'lines', (yaml) =>
    yaml.replace('tickets*.json', 'tickets*.ndjson').replace('    rows: tickets[]\n', ''),
  );
  const lines = [ticket(1, {}), ticket(2, {})].map((one) => JSON.stringify(one)).join('\n');
  const report = await houses.load(house, 'lines', houses.delivery({ 'tickets-1.ndjson': lines }));
  expect(report.feeds).toMatchObject([{ feed: 'service_cases', read: 2, inserted: 2 }]);
});

/** What Shopify exports of a shop that never cancelled anything. */
function csvOfOrders(...names: string[]): string {
  const head =
    'Name,Email,Financial Status,Paid at,Fulfillment Status,Fulfilled at,Shipping,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,Billing Name,Billing Phone,Shipping City,Shipping Province';
  const rest =
    'a@example.com,paid,2025-05-01 10:00:00 +0000,unfulfilled,,0,10,2025-05-01 10:00:00 +0000,1,Cup,10,C,Ada,,Oakland,CA';
  return `${[head, ...names.map((name) => `${name},${rest}`)].join('\n')}\n`;
}

it('AfterShip: parcels of known orders with their scans; announcements are none', async () => {
  const house = await houses.open();
  await houses.copy('shopify', 'sold');
  await houses.load(house, 'sold', houses.delivery({ 'orders_export.csv': csvOfOrders('#1001') }));
  await houses.copy('aftership', 'parcels');
  const scan = (tag: string, at: string, message: string) => ({
    slug: 'fedex',
    tag,
    subtag: `${tag}_001`,
    subtag_message: tag,
    message,
    location: 'Oakland',
    checkpoint_time: at,
    created_at: '2025-05-04T00:00:00+00:00',
  });
  const tracking = {
    id: 'bff5a3ba',
    tracking_number: '612931500',
    slug: 'fedex',
    order_id: '#1001',
    shipment_pickup_date: '2025-05-02T09:00:00+00:00',
    shipment_delivery_date: '2025-05-03T09:00:00+00:00',
    created_at: '2025-05-01T11:00:00+00:00',
    updated_at: '2025-05-03T10:00:00+00:00',
    checkpoints: [
      scan('InfoReceived', '2025-05-01T11:00:00+00:00', 'Label made'),
      scan('InTransit', '2025-05-02T09:00:00+00:00', 'Picked up'),
      scan('Delivered', '2025-05-03T09:00:00+00:00', 'Delivered'),
    ],
  };
  const body = JSON.stringify({ meta: { code: 200 }, data: { page: 1, trackings: [tracking] } });
  const report = await houses.load(house, 'parcels', houses.delivery({ 'trackings-1.json': body }));
  expect(report.feeds.filter(({ quarantined }) => quarantined > 0)).toEqual([]);
  expect(report.notes).toEqual([]);
  expect(await rowsOf(house, 'select waybill, carrier_code, delivered_at from core.shipments')).toEqual([
    { waybill: '612931500', carrier_code: 'fedex', delivered_at: new Date('2025-05-03T09:00:00Z') },
  ]);
  expect(await rowsOf(house, 'select kind from core.tracking_events order by occurred_at')).toEqual([
    { kind: 'arrived' },
    { kind: 'delivered' },
  ]);
});

it('AfterShip: sub-statuses tell what went wrong, silence is no loss, and version 4 is read like the newest', async () => {
  const house = await houses.open();
  await houses.copy('aftership', 'old_parcels');
  await houses.copy('shopify', 'old_sold');
  const scan = (tag: string, subtag: string, said: string, at: string) => {
    const text = { message: `${said} here`, location: 'Oakland', subtag_message: said };
    const place = { city: null, state: null, zip: null, country_name: null, country_iso3: null, coordinates: [] };
    return {
      slug: 'fedex',
      tag,
      subtag,
      checkpoint_time: at,
      created_at: '2025-05-09T00:00:00+00:00',
      ...text,
      ...place,
    };
  };
  const version4 = {
    id: 'v4',
    tracking_number: '4',
    slug: 'fedex',
    order_id: '#1001',
    android: [],
    ios: [],
    shipment_weight_unit: null,
    shipment_pickup_date: '2025-05-02T09:00:00',
    shipment_delivery_date: '2025-05-08T09:00:00',
    tag: 'Exception',
    created_at: '2025-05-01T11:00:00+00:00',
    updated_at: '2025-05-08T10:00:00+00:00',
    checkpoints: [
      scan('Pending', 'Pending_001', 'Pending', '2025-05-01T09:00:00'),
      scan('InTransit', 'InTransit_002', 'Acceptance scan', '2025-05-02T09:00:00'),
      scan('InTransit', 'InTransit_007', 'Departure scan', '2025-05-03T09:00:00+00:00'),
      scan('Exception', 'Exception_005', 'Delayed (External factors)', '2025-05-04'),
      scan('Exception', 'Exception_012', 'Shipment damage', '2025-05-05T09:00:00'),
      scan('AttemptFail', 'AttemptFail_001', 'Failed attempt', '2025-05-06T09:00:00'),
      scan('Exception', 'Exception_011', 'Returned to sender', '2025-05-07T09:00:00'),
      scan('Expired', 'Expired_001', 'Expired', '2025-06-08T09:00:00'),
    ],
  };
  await houses.load(house, 'old_sold', houses.delivery({ 'orders_export.csv': csvOfOrders('#1001') }));
  const body = JSON.stringify({ meta: { code: 200 }, data: { limit: 100, count: 1, page: 1, trackings: [version4] } });
  const report = await houses.load(house, 'old_parcels', houses.delivery({ 'trackings-1.json': body }));
  expect(report.feeds.filter(({ quarantined }) => quarantined > 0)).toEqual([]);
  expect(report.notes).toEqual([]);
  expect(await rowsOf(house, 'select kind, occurred_at from core.tracking_events order by occurred_at')).toEqual([
    { kind: 'arrived', occurred_at: new Date('2025-05-02T01:00:00Z') }, // without a zone: that of the source
    { kind: 'departed', occurred_at: new Date('2025-05-03T09:00:00Z') },
    { kind: 'delayed', occurred_at: new Date('2025-05-03T16:00:00Z') },
    { kind: 'damaged', occurred_at: new Date('2025-05-05T01:00:00Z') },
    { kind: 'attempt_failed', occurred_at: new Date('2025-05-06T01:00:00Z') },
    { kind: 'returned', occurred_at: new Date('2025-05-07T01:00:00Z') },
  ]);
});

it('Zendesk: the export by cursor is read like the one by time', async () => {
  const house = await houses.open();
  await houses.copy('zendesk', 'cursor');
  const tickets = [ticket(1, { satisfaction_rating: null, generated_timestamp: 1, fields: [] })];
  const answer = { tickets, after_cursor: 'MTU4', after_url: 'https://shop.example/next', end_of_stream: true };
  const report = await houses.load(house, 'cursor', houses.delivery({ 'tickets-1.json': JSON.stringify(answer) }));
  expect(report.notes.filter(({ code }) => code === 'unknown_keys')).toEqual([]);
  expect(report.feeds).toMatchObject([{ feed: 'service_cases', read: 1, inserted: 1, quarantined: 0 }]);
});
