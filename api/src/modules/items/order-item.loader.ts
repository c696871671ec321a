import { loadMany, type PaidKey } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { readItemsOfOrders } from './order-item.reader.ts';
import type { OrderItem } from './order-item.type.ts';

export const itemsOfOrder: LoaderOf<PaidKey, OrderItem[]> = (context) =>
  loadMany(
    (keys: readonly PaidKey[]) => readItemsOfOrders(context, keys),
    (key) => key.id,
    (item) => item.orderId,
  );
