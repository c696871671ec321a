import { shop, type Shop } from '../../testkit/shop.ts';
import { goldenFigures } from './golden-figures.ts';
import { writer } from './written.ts';

/**
 *      ordered      promised         handed over  first scan        delivered     notes
 * A1   03-01 10:00  03-03 18:00      03-01 16:00  03-01 20:00 10 h  03-03 12:00   one hub; silent 12, 25, 3 h; slot 10–14 kept; scans seen after 10 and 30 min
 * A2   03-02 10:00  03-05            03-03 10:00  03-03 16:00 30 h  03-08 10:00   two hubs; silent 24, 52, 12, … h; failed at the door on 03-07; slot 12–14 missed
 * B1   03-05 10:00  03-08            03-08 10:00  none        72 h  lost          no scan
 * B2   03-06 10:00  none             –            –                 canceled
 * A3   03-09 10:00  03-12            03-09 12:00  none         2 h  03-11 10:00   picked wrong
 * C1   03-30 10:00  04-03 not due    03-30 12:00  03-30 20:00 10 h  on its way    silent for 28 h when 03-31 ends; slot in April
 */
function promise(): Shop {
  const made = shop();
  made
    .customer('Ada')
    .ordered('A1', '2024-03-01 10:00', { promised: '2024-03-03' })
    .ordered('A2', '2024-03-02 10:00', { promised: '2024-03-05' })
    .ordered('A3', '2024-03-09 10:00', { promised: '2024-03-12', items: [['toys', 'm1', 10, 0]] });
  made
    .customer('Bo')
    .ordered('B1', '2024-03-05 10:00', { promised: '2024-03-08' })
    .ordered('B2', '2024-03-06 10:00', { status: 'canceled' });
  made
    .customer('Cy')
    .ordered('C1', '2024-03-30 10:00', { promised: '2024-04-03' })
    .ordered('C2', '2024-03-31 10:00', { promised: '2024-04-02' });
  made.amend('order_items', 'A3/1', { picked_right: false });
  parcels(made);
  scans(made);
  contacts(made);
  return made;
}

function parcels(made: Shop): void {
  const write = writer(made);
  const slot = (from: string, to: string) => ({ slot_from: made.at(from), slot_to: made.at(to) });
  write('shipments', 'A1', {
    customer: 'Ada',
    order: 'A1',
    waybill: 'W1',
    inspected: true,
    packaging: 'recycled',
    promised_at: '2024-03-03 18:00',
    handed_over_at: '2024-03-01 16:00',
    delivered_at: '2024-03-03 12:00',
    ...slot('2024-03-03 10:00', '2024-03-03 14:00'),
  });
  write('shipments', 'A2', {
    customer: 'Ada',
    order: 'A2',
    waybill: 'W2',
    inspected: false,
    packaging: 'plastic',
    handed_over_at: '2024-03-03 10:00',
    delivered_at: '2024-03-08 10:00',
    ...slot('2024-03-08 12:00', '2024-03-08 14:00'),
  });
  const [b1, c1] = [
    { customer: 'Bo', order: 'B1', waybill: 'W3', outcome: 'lost' },
    { customer: 'Cy', order: 'C1', waybill: 'W5' },
  ];
  write('shipments', 'B1', { ...b1, handed_over_at: '2024-03-08 10:00' });
  write('shipments', 'B2', { customer: 'Bo', order: 'B2' });
  write('shipments', 'A3', {
    customer: 'Ada',
    order: 'A3',
    packaging: 'carton',
    handed_over_at: '2024-03-09 12:00',
    delivered_at: '2024-03-11 10:00',
  });
  write('shipments', 'C1', {
    ...c1,
    handed_over_at: '2024-03-30 12:00',
    ...slot('2024-04-01 10:00', '2024-04-01 12:00'),
  });
}

function scans(made: Shop): void {
  const write = writer(made);
  const scan = (customer: string, parcel: string, kind: string, occurred_at: string, more: object = {}) =>
    write('tracking_events', `${parcel} ${occurred_at}`, { customer, parcel, kind, occurred_at, ...more });
  scan('Ada', 'A1', 'picked_up', '2024-03-01 20:00', { recorded_at: '2024-03-01 20:10' });
  scan('Ada', 'A1', 'arrived', '2024-03-02 08:00', { recorded_at: '2024-03-02 08:30', station_code: 'X' });
  scan('Ada', 'A1', 'out_for_delivery', '2024-03-03 09:00');
  scan('Ada', 'A1', 'delivered', '2024-03-03 12:00');
  scan('Ada', 'A2', 'picked_up', '2024-03-03 16:00', { recorded_at: '2024-03-03 16:10' });
  scan('Ada', 'A2', 'arrived', '2024-03-04 16:00', { station_code: 'X' });
  scan('Ada', 'A2', 'arrived', '2024-03-06 20:00', { station_code: 'Y' });
  scan('Ada', 'A2', 'out_for_delivery', '2024-03-07 08:00');
  scan('Ada', 'A2', 'attempt_failed', '2024-03-07 10:00');
  scan('Ada', 'A2', 'out_for_delivery', '2024-03-08 08:00');
  scan('Ada', 'A2', 'delivered', '2024-03-08 10:00');
  scan('Cy', 'C1', 'picked_up', '2024-03-30 20:00');
}

/** A2's customer is told before asking, B1's asks and is told nothing. */
function contacts(made: Shop): void {
  const write = writer(made);
  const asks = { case_type: 'enquiry', phase: 'in_sale', channel: 'chat', topic: 'where_is_my_order', status: 'open' };
  write('messages', 'D1', {
    customer: 'Ada',
    order: 'A2',
    kind: 'delay_notice',
    channel: 'sms',
    sent_at: '2024-03-05 09:00',
  });
  write('service_cases', 'K1', { ...asks, customer: 'Ada', order: 'A2', opened_at: '2024-03-06 09:00' });
  write('service_cases', 'K2', { ...asks, customer: 'Bo', order: 'B1', opened_at: '2024-03-07 09:00' });
}

goldenFigures(
  'PROMISE',
  promise,
  { from: '2024-03-01', to: '2024-03-31' },
  {
    PARCELS: [6, 6, null, 6],
    // A1 and A3; A2 is late, B1 lost; B2 was canceled, C1 is not due
    PARCEL_ON_TIME_RATE: [2 / 4, 2, 4, 4],
    // A1 at once, A2 at the second attempt
    FIRST_ATTEMPT_RATE: [1 / 2, 1, 2, 2],
    // A1 and A3; A2 came to the door two days late
    FIRST_ATTEMPT_ON_TIME_RATE: [2 / 3, 2, 3, 3],
    // all but B2
    PROMISE_COVERAGE: [5 / 6, 5, 6, 6],
    // of A1, A2 and C1 the last is on its way; A3 and B1 have no scan
    DELIVERY_RATE: [2 / 3, 2, 3, 3],
    // A1, A2, A3; not B1; C1's 48 hours are not over
    PICKUP_48H_RATE: [3 / 4, 3, 4, 4],
    // A1, A3, C1; not A2, B1
    PICKUP_24H_RATE: [3 / 5, 3, 5, 5],
    // 10 + 30 + 72 + 2 + 10 hours
    PICKUP_HOURS_MEAN: [124 / 5, 124, 5, 5],
    // 48 [50] 144
    PAID_TO_DELIVERED_HOURS_P50: [50, null, 3, 3],
    // rank 0.9 × 2 = 1.8: between 50 and 144
    PAID_TO_DELIVERED_HOURS_P90: [125.2, null, 3, 3],
    // A1 40, A2 114, A3 46
    PICKUP_TO_DELIVERED_HOURS_P50: [46, null, 3, 3],
    // A1 3, A2 26 from the first time it went out
    LAST_MILE_HOURS_P50: [14.5, null, 2, 2],
    // A1 50, A2 144 hours; A3 has no scan
    ORDER_TO_DELIVERY: [194 / 24 / 2, 194 / 24, 2, 2],
    // A2 failed at the door, B1 was lost
    EXCEPTION_RATE: [2 / 6, 2, 6, 6],
    // A1; A2 came before it; C1's is in April
    SLOT_KEPT_RATE: [1 / 2, 1, 2, 2],
    // B1 of A1, A2, A3, B1
    LATE_SHIPMENT_RATE: [1 / 4, 1, 4, 4],
    // A1, A2, C1; not A3, B1
    VALID_TRACKING_RATE: [3 / 5, 3, 5, 5],
    // A1 (10 + 30) / 2, A2 10
    SCAN_LAG_MINUTES_MEAN: [15, 30, 2, 2],
    // 25 [28] 52
    LONGEST_SILENCE_HOURS_P50: [28, null, 3, 3],
    // rank 1.8: between 28 and 52
    LONGEST_SILENCE_HOURS_P90: [47.2, null, 3, 3],
    // A2 of A1 and A2; C1's 48 hours are not over
    SILENT_PARCEL_RATE: [1 / 2, 1, 2, 2],
    // 1 + 2 + 0
    HUBS_PER_PARCEL: [1, 3, 3, 3],
    INSPECTED_RATE: [1 / 2, 1, 2, 2],
    // A1 of A1, A2, A3
    GREEN_PACKAGING_SHARE: [1 / 3, 1, 3, 3],
    // A2 of the late A2 and B1
    DELAY_NOTIFIED_FIRST_RATE: [1 / 2, 1, 2, 2],
    // A1; A3 came in time, but wrong
    OTIF: [1 / 4, 1, 4, 4],
  },
);
