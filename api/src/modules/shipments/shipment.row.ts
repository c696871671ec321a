import { parcelOutcomes, promiseRules } from '@rapport/model/vocabulary';
import type { Listing } from '../../platform/database/listing.ts';
import { Told } from '../../platform/database/told.ts';
import type { AskedFields } from '../../platform/graphql/asked.ts';
import { labelledOrNull } from '../../platform/graphql/code.type.ts';
import { moneyOrNull } from '../../platform/graphql/money.ts';
import { knownValue } from '../dimensions/index.ts';
import type { Shipment } from './shipment.type.ts';

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

/** j is the parcel's journey, h its shop. */
export const shipmentsTold = new Told<ShipmentRow, Shipment>('Shipment', {
  columns: {
    id: 'j.parcel_id',
    customerId: 'j.customer_id',
    orderId: 'j.order_id',
    externalId: 'j.external_id',
    shop: 'j.shop',
    waybill: 'j.waybill',
    carrierCode: 'j.carrier_code',
    stationCode: 'j.station_code',
    serviceLevel: 'j.service_level',
    promiseRule: 'j.promise_rule',
    promisedAt: 'j.promised_at',
    dueOn: 'j.due_on',
    deliveryOption: 'j.delivery_option',
    slotFrom: 'j.slot_from',
    slotTo: 'j.slot_to',
    protection: 'j.protection',
    packaging: 'j.packaging',
    inspected: 'j.inspected',
    costMinor: 'j.cost_minor',
    currency: 'h.currency::text',
    handedOverAt: 'j.handed_over_at',
    deliveredAt: 'j.delivered_at',
    deliveredOn: 'j.delivered_on',
    outcome: 'j.outcome',
    onTime: 'j.on_time',
    delaySeconds: 'j.delay_seconds',
    longestSilenceSeconds: 'j.longest_silence_seconds',
    attempts: 'j.attempts',
    hubs: 'j.hubs',
    damaged: 'j.damaged',
    lost: 'j.lost',
  },
  always: ['id', 'customerId', 'orderId'],
  made: {
    serviceLevel: { of: ['serviceLevel'], by: (row) => knownValue('SERVICE_LEVEL', row.serviceLevel) },
    promiseRule: { of: ['promiseRule'], by: (row) => labelledOrNull(promiseRules, row.promiseRule) },
    deliveryOption: { of: ['deliveryOption'], by: (row) => knownValue('DELIVERY_OPTION', row.deliveryOption) },
    protection: { of: ['protection'], by: (row) => knownValue('PROTECTION', row.protection) },
    packaging: { of: ['packaging'], by: (row) => knownValue('PACKAGING', row.packaging) },
    outcome: { of: ['outcome'], by: (row) => labelledOrNull(parcelOutcomes, row.outcome) },
    cost: { of: ['costMinor', 'currency'], by: (row) => moneyOrNull(row.costMinor, row.currency) },
    carrier: { of: ['shop', 'carrierCode'] },
    station: { of: ['shop', 'stationCode'] },
  },
  joins: { h: 'join core.shops h on h.shop = j.shop' },
});

export function shipmentListing(asked: AskedFields | null): Listing<ShipmentRow, Shipment> {
  const { columns, joins, node } = shipmentsTold.asked(asked);
  return {
    name: 'parcels',
    cut: 'journey.parcel_journey j',
    keys: ['customer_id', 'order_id', 'parcel_id'],
    columns,
    rows: `join journey.parcel_journey j on j.customer_id = k.customer_id and j.order_id = k.order_id and j.parcel_id = k.parcel_id ${joins}`,
    node,
  };
}
