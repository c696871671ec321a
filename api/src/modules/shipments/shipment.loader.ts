import { loadMany, type OrderKey } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { readEventsOfShipments, readShipmentsOfOrders, type ShipmentKey } from './shipment.reader.ts';
import type { Shipment, TrackingEvent } from './shipment.type.ts';

export const shipmentsOfOrder: LoaderOf<OrderKey, Shipment[]> = (context) =>
  loadMany(
    (keys: readonly OrderKey[]) => readShipmentsOfOrders(context, keys),
    (key) => key.id,
    (shipment) => shipment.orderId,
  );

export const eventsOfShipment: LoaderOf<ShipmentKey, TrackingEvent[]> = ({ reads }) =>
  loadMany(
    (keys: readonly ShipmentKey[]) => readEventsOfShipments(reads, keys),
    (key) => key.id,
    (event) => event.shipmentId,
  );
