import { eventDay, goods, ofOrder, type Fact } from '../../metrics/facts/fact.ts';

/** Parcels by the day a scan first called them damaged. Metrics count damage by the day of the order; an alarm cannot wait for it to ripen. */
export const damage = {
  name: 'damage',
  rows: { en: 'parcels scanned as damaged', zh: '扫描为破损的包裹' },
  feeds: ['tracking_events'],
  relation: 'journey.damage_facts',
  id: 'parcel_id',
  clocks: { scanned: eventDay('damaged_on', 'the day of the scan', '扫描日') },
  dimensions: {
    SHOP: ofOrder.SHOP,
    REGION: ofOrder.REGION,
    CARRIER: { column: 'carrier_code' },
    STATION: { column: 'station_code' },
    CATEGORY: goods.CATEGORY,
    MERCHANT: goods.MERCHANT,
  },
} as const satisfies Fact;
