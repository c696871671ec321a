import { loadOne, loadPages, type OrderKey, type PageKey } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import { readOrdersByKey, readOrdersOfCustomers } from './order.reader.ts';
import type { Order } from './order.type.ts';

export const orderByKey: LoaderOf<OrderKey, Order | null> = (context) =>
  loadOne(
    (keys: readonly OrderKey[]) => readOrdersByKey(context, keys),
    (key) => key.id,
    (order) => order.id,
  );

export const ordersOfCustomer: LoaderOf<PageKey, Page<Order>> = (context) =>
  loadPages((ids, page: PageKey) => readOrdersOfCustomers(context, ids, page));
