import type { Queryable } from '@rapport/model/schema';
import { orderKeyArrays, type OrderKey } from '../../platform/database/loaders.ts';
import { money } from '../../platform/graphql/money.ts';
import type { OrderItem } from './order-item.type.ts';

type OfOrder<Child> = Child & { orderId: string };

interface ItemRow extends Pick<OrderItem, 'id' | 'itemNo' | 'quantity' | 'shipBy' | 'productId' | 'merchantId'> {
  orderId: string;
  priceMinor: number;
  freightMinor: number;
  currency: string;
}

export async function readItemsOfOrders(db: Queryable, keys: readonly OrderKey[]): Promise<OfOrder<OrderItem>[]> {
  const { rows } = await db.query<ItemRow>(
    `/* items of orders */ select i.id, i.order_id as "orderId", i.item_no as "itemNo", i.quantity, i.price_minor as "priceMinor", i.freight_minor as "freightMinor",
       i.ship_by as "shipBy", i.product_id as "productId", i.merchant_id as "merchantId", o.currency::text as currency
     from unnest($1::uuid[], $2::uuid[]) as k(customer_id, order_id)
     join core.orders o on o.customer_id = k.customer_id and o.id = k.order_id
     join core.order_items i on i.customer_id = k.customer_id and i.order_id = k.order_id and i.deleted_at is null
     order by i.order_id, i.item_no, i.id`,
    orderKeyArrays(keys),
  );
  return rows.map(({ priceMinor, freightMinor, currency, ...item }) => ({
    ...item,
    price: money(priceMinor, currency),
    freight: money(freightMinor, currency),
  }));
}
