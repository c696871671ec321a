import { loadMany, loadPages, type OrderKey, type PageKey } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import type { Page } from '../../platform/graphql/page.ts';
import { readReturnsOfCustomers, readReturnsOfOrders } from './return.reader.ts';
import type { Return } from './return.type.ts';

export const returnsOfOrder: LoaderOf<OrderKey, Return[]> = ({ reads }) =>
  loadMany(
    (keys: readonly OrderKey[]) => readReturnsOfOrders(reads, keys),
    (key) => key.id,
    (request) => request.orderId,
  );

export const returnsOfCustomer: LoaderOf<PageKey, Page<Return>> = ({ reads }) =>
  loadPages((ids, page: PageKey) => readReturnsOfCustomers(reads, ids, page));
