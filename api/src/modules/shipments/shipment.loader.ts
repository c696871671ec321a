import { loadMany, type OrderKey } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { readShipmentsOfOrders } from './shipment.reader.ts';
import type { Shipment } from './shipment.type.ts';

export const shipmentsOfOrder: LoaderOf<OrderKey, Shipment[]> = ({ reads }) =>
  loadMany(
    (keys: readonly OrderKey[]) => readShipmentsOfOrders(reads, keys),
    (key) => key.id,
    (shipment) => shipment.orderId,
  );
