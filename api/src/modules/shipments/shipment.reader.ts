import type { Queryable } from '@rapport/model/schema';
import { orderKeyArrays, type OrderKey } from '../../platform/database/loaders.ts';
import type { Shipment } from './shipment.type.ts';

export async function readShipmentsOfOrders(
  db: Queryable,
  keys: readonly OrderKey[],
): Promise<(Shipment & { orderId: string })[]> {
  const { rows } = await db.query<Shipment & { orderId: string }>(
    `/* shipments of orders */ select s.id, s.order_id as "orderId", s.carrier_code as "carrierCode", s.handed_over_at as "handedOverAt",
       s.delivered_at as "deliveredAt", s.delivered_on as "deliveredOn"
     from unnest($1::uuid[], $2::uuid[]) as k(customer_id, order_id)
     join core.shipments s on s.customer_id = k.customer_id and s.order_id = k.order_id and s.deleted_at is null
     order by s.order_id, s.handed_over_at, s.id`,
    orderKeyArrays(keys),
  );
  return rows;
}
