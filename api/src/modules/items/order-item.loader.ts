import { loadMany, type OrderKey } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { readItemsOfOrders } from './order-item.reader.ts';
import type { OrderItem } from './order-item.type.ts';

export const itemsOfOrder: LoaderOf<OrderKey, OrderItem[]> = ({ reads }) =>
  loadMany(
    (keys: readonly OrderKey[]) => readItemsOfOrders(reads, keys),
    (key) => key.id,
    (item) => item.orderId,
  );
