import { sql } from '../sql.ts';
import { dueDay, eventDay, ofOrder, orderDay, wholeBasket, type Fact } from './fact.ts';

export const parcels = {
  name: 'parcels',
  rows: { en: 'parcels', zh: '包裹' },
  feeds: ['shipments'],
  relation: 'journey.parcel_journey',
  id: 'parcel_id',
  customer: { column: 'customer_id', known: sql`j.identified` },
  clocks: {
    order: orderDay(),
    due: dueDay('due_on', 'the day the parcel was promised for', '包裹承诺送达日'),
    pickedUp: eventDay('picked_up_on', 'the day the parcel was picked up', '揽收日'),
    attempted: eventDay('first_attempt_on', 'the day of the first delivery attempt', '首次投递日'),
    pickup24Due: dueDay('pickup_24h_due_on', 'the day its 24 hours to be picked up were over', '24 小时揽收期满日'),
    pickupDue: dueDay('pickup_48h_due_on', 'the day its 48 hours to be picked up were over', '48 小时揽收期满日'),
    slotDue: dueDay('slot_due_on', 'the day of the booked slot', '预约时段所在日'),
    delivered: eventDay('delivered_on', 'the day of delivery', '签收日'),
  },
  dimensions: {
    ...ofOrder,
    ...wholeBasket,
    PROMISE_RULE: { column: 'promise_rule' },
    CARRIER: { column: 'carrier_code' },
    STATION: { column: 'station_code' },
    DELIVERY_OPTION: { column: 'delivery_option' },
    PROTECTION: { column: 'protection' },
    PACKAGING: { column: 'packaging' },
  },
  rolledUp: {
    by: ['REGION', 'CARRIER', 'DELIVERY_OPTION', 'PROMISE_RULE', 'LATE'],
    byMonth: ['STATION'],
    changesOn: ['due_on', 'pickup_24h_due_on', 'pickup_48h_due_on', 'slot_due_on'],
    untimed: ['longest_silence_seconds'],
  },
} as const satisfies Fact;
