import { listOf, orderKeyArrays, type PaidKey } from '../../platform/database/loaders.ts';
import { Told } from '../../platform/database/told.ts';
import type { Asker } from '../../platform/graphql/context.ts';
import { money } from '../../platform/graphql/money.ts';
import type { OrderItem } from './order-item.type.ts';

type ItemOfOrder = OrderItem & { orderId: string };

interface ItemRow extends Omit<ItemOfOrder, 'price' | 'freight'> {
  priceMinor: number;
  freightMinor: number;
  currency: string;
}

const told = new Told<ItemRow, ItemOfOrder>('OrderItem', {
  columns: {
    id: 'i.id',
    orderId: 'i.order_id',
    itemNo: 'i.item_no',
    quantity: 'i.quantity',
    priceMinor: 'i.price_minor',
    freightMinor: 'i.freight_minor',
    currency: 'k.currency',
    shipBy: 'i.ship_by',
    productId: 'i.product_id',
    merchantId: 'i.merchant_id',
  },
  always: ['id', 'orderId'],
  made: {
    price: { of: ['priceMinor', 'currency'], by: ({ priceMinor, currency }) => money(priceMinor, currency) },
    freight: { of: ['freightMinor', 'currency'], by: ({ freightMinor, currency }) => money(freightMinor, currency) },
    product: { of: ['productId'] },
    merchant: { of: ['merchantId'] },
  },
  joins: {},
});

export async function readItemsOfOrders({ reads, asked }: Asker, keys: readonly PaidKey[]): Promise<ItemOfOrder[]> {
  const { columns, node } = told.asked(asked);
  const { rows } = await reads.query<ItemRow>(
    `/* items of orders */ select ${columns} from ${listOf('uuid', 'uuid', 'text')} as k(customer_id, order_id, currency)
     join core.order_items i on i.customer_id = k.customer_id and i.order_id = k.order_id and i.deleted_at is null
     order by i.order_id, i.item_no, i.id`,
    [...orderKeyArrays(keys), keys.map(({ currency }) => currency)],
  );
  return rows.map(node);
}
