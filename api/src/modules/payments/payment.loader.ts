import { loadMany, type OrderKey } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { readPaymentsOfOrders } from './payment.reader.ts';
import type { Payment } from './payment.type.ts';

export const paymentsOfOrder: LoaderOf<OrderKey, Payment[]> = ({ reads }) =>
  loadMany(
    (keys: readonly OrderKey[]) => readPaymentsOfOrders(reads, keys),
    (key) => key.id,
    (payment) => payment.orderId,
  );
