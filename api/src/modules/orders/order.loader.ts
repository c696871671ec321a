import DataLoader from 'dataloader';
import { loadOne, type OrderKey } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import type { Page, PageArgs } from '../../platform/graphql/page.ts';
import { readOrdersByKey, readOrdersOfCustomers } from './order.reader.ts';
import type { Order } from './order.type.ts';

export const orderByKey: LoaderOf<OrderKey, Order | null> = ({ reads }) =>
  loadOne(
    (keys: readonly OrderKey[]) => readOrdersByKey(reads, keys),
    (key) => key.id,
    (order) => order.id,
  );

export interface CustomerOrdersKey extends PageArgs {
  customerId: string;
}

const pageKey = ({ first, after }: PageArgs): string => `${first} ${after ?? ''}`;

/** Customers of one list are asked for the same page, so they share a statement; another page is another statement. */
export const ordersOfCustomer: LoaderOf<CustomerOrdersKey, Page<Order>> = ({ reads }) =>
  new DataLoader<CustomerOrdersKey, Page<Order>, string>(
    async (keys) => {
      const pages = new Map<string, Map<string, Page<Order>>>();
      for (const [id, group] of Map.groupBy(keys, pageKey)) {
        pages.set(
          id,
          await readOrdersOfCustomers(
            reads,
            group.map((key) => key.customerId),
            group[0]!,
          ),
        );
      }
      return keys.map(
        (key) => pages.get(pageKey(key))?.get(key.customerId) ?? new Error('A customer was not asked for.'),
      );
    },
    { cacheKeyFn: (key) => `${key.customerId} ${pageKey(key)}` },
  );
