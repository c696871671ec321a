import { loadMany, type OrderKey } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { readMessagesOfOrders } from './message.reader.ts';
import type { Message } from './message.type.ts';

export const messagesOfOrder: LoaderOf<OrderKey, Message[]> = ({ reads }) =>
  loadMany(
    (keys: readonly OrderKey[]) => readMessagesOfOrders(reads, keys),
    (key) => key.id,
    (message) => message.orderId ?? '',
  );
