import { parcelOutcomes, promiseRules } from '@rapport/model/vocabulary';
import type { Listing } from '../../platform/database/listing.ts';
import { labelledOrNull } from '../../platform/graphql/code.type.ts';
import { moneyOrNull } from '../../platform/graphql/money.ts';
import { knownValue } from '../dimensions/index.ts';
import type { Shipment } from './shipment.type.ts';

/** j is the parcel's journey, h its shop. */
export const shipmentColumns = `j.parcel_id as id, j.customer_id as "customerId", j.order_id as "orderId", j.external_id as "externalId", j.shop, j.waybill,
  j.carrier_code as "carrierCode", j.station_code as "stationCode", j.service_level as "serviceLevel", j.promise_rule as "promiseRule", j.promised_at as "promisedAt",
  j.due_on as "dueOn", j.delivery_option as "deliveryOption", j.slot_from as "slotFrom", j.slot_to as "slotTo", j.protection, j.packaging, j.inspected,
  j.cost_minor as "costMinor", h.currency::text as currency, j.handed_over_at as "handedOverAt", j.delivered_at as "deliveredAt", j.delivered_on as "deliveredOn", j.outcome,
  j.on_time as "onTime", j.delay_seconds as "delaySeconds", j.longest_silence_seconds as "longestSilenceSeconds", j.attempts, j.hubs, j.damaged, j.lost`;

export interface ShipmentRow extends Omit<
  Shipment,
  'serviceLevel' | 'promiseRule' | 'deliveryOption' | 'protection' | 'packaging' | 'outcome' | 'cost'
> {
  serviceLevel: string | null;
  promiseRule: string | null;
  deliveryOption: string | null;
  protection: string | null;
  packaging: string | null;
  outcome: string | null;
  costMinor: number | null;
  currency: string;
}

export function toShipment({ costMinor, currency, ...row }: ShipmentRow): Shipment {
  return {
    ...row,
    serviceLevel: knownValue('SERVICE_LEVEL', row.serviceLevel),
    promiseRule: labelledOrNull(promiseRules, row.promiseRule),
    deliveryOption: knownValue('DELIVERY_OPTION', row.deliveryOption),
    protection: knownValue('PROTECTION', row.protection),
    packaging: knownValue('PACKAGING', row.packaging),
    outcome: labelledOrNull(parcelOutcomes, row.outcome),
    cost: moneyOrNull(costMinor, currency),
  };
}

/** Around the keys k of the chosen parcels. */
export const shipmentsAt = (keys: string): string => `${keys}
  join journey.parcel_journey j on j.customer_id = k.customer_id and j.order_id = k.order_id and j.parcel_id = k.parcel_id
  join core.shops h on h.shop = j.shop`;

export const shipmentListing: Listing<ShipmentRow, Shipment> = {
  name: 'parcels',
  cut: 'journey.parcel_journey j',
  keys: ['customer_id', 'order_id', 'parcel_id'],
  columns: shipmentColumns,
  rows: shipmentsAt(''),
  node: toShipment,
};
