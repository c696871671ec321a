import type { Queryable } from '@rapport/model/schema';
import { trackingEventKinds } from '@rapport/model/vocabulary';
import { Keyset, type SortColumn } from '../../platform/database/keyset.ts';
import { readPage } from '../../platform/database/listing.ts';
import { listOf, orderKeyArrays, type OrderKey } from '../../platform/database/loaders.ts';
import type { Asker } from '../../platform/graphql/context.ts';
import { labelled } from '../../platform/graphql/code.type.ts';
import type { Page, PageArgs } from '../../platform/graphql/page.ts';
import type { SortDirection } from '../../platform/graphql/shared.type.ts';
import { matchingShipments } from './shipment.filter.ts';
import { shipmentListing, shipmentsTold, type ShipmentRow } from './shipment.row.ts';
import type { Shipment, ShipmentOrder, ShipmentWhere, TrackingEvent } from './shipment.type.ts';

/** A parcel is found by its customer too. */
export type ShipmentKey = OrderKey;

const id: SortColumn = { sql: 'j.parcel_id', type: 'uuid' };

function sortColumns(field: ShipmentOrder['field'], direction: SortDirection): SortColumn[] {
  if (field === 'HANDED_OVER_AT') {
    const last = direction === 'ASC' ? 'infinity' : '-infinity';
    return [{ sql: `coalesce(j.handed_over_at, '${last}')`, type: 'timestamptz' }, id];
  }
  const last = direction === 'ASC' ? '9223372036854775807' : '-9223372036854775807';
  const value = field === 'DELAY' ? 'j.delay_seconds' : 'j.longest_silence_seconds';
  return [{ sql: `coalesce(${value}, ${last})`, type: 'bigint' }, id];
}

const latestFirst: ShipmentOrder = { field: 'HANDED_OVER_AT', direction: 'DESC' };

export function readShipments(
  { reads, asked }: Asker,
  where: ShipmentWhere,
  orderBy: ShipmentOrder | null | undefined,
  page: PageArgs,
): Promise<Page<Shipment>> {
  const { field, direction } = orderBy ?? latestFirst;
  const keyset = new Keyset(`parcels ${field}`, direction, sortColumns(field, direction));
  return readPage(reads, shipmentListing(asked), keyset, () => matchingShipments(where), page);
}

export async function readShipmentsOfOrders({ reads, asked }: Asker, keys: readonly OrderKey[]): Promise<Shipment[]> {
  const { columns, joins, node } = shipmentsTold.asked(asked);
  const { rows } = await reads.query<ShipmentRow>(
    `/* parcels of orders */ select ${columns} from ${listOf('uuid', 'uuid')} as k(customer_id, order_id)
     join journey.parcel_journey j on j.customer_id = k.customer_id and j.order_id = k.order_id ${joins}
     order by j.order_id, j.handed_over_at, j.parcel_id`,
    orderKeyArrays(keys),
  );
  return rows.map(node);
}

export async function readEventsOfShipments(
  db: Queryable,
  keys: readonly ShipmentKey[],
): Promise<(TrackingEvent & { shipmentId: string })[]> {
  const { rows } = await db.query<Omit<TrackingEvent, 'kind'> & { shipmentId: string; kind: string }>(
    `/* events of parcels */ select t.id, t.shipment_id as "shipmentId", t.kind, t.occurred_at as "occurredAt", t.recorded_at as "recordedAt", t.station_code as "stationCode", t.detail
     from ${listOf('uuid', 'uuid')} as k(customer_id, shipment_id)
     join core.tracking_events t on t.customer_id = k.customer_id and t.shipment_id = k.shipment_id and t.deleted_at is null
     order by t.shipment_id, t.occurred_at, t.external_id collate "C"`,
    orderKeyArrays(keys),
  );
  return rows.map((row) => ({ ...row, kind: labelled(trackingEventKinds, row.kind) }));
}
