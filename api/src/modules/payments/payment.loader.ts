import { loadMany, type PaidKey } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { readPaymentsOfOrders } from './payment.reader.ts';
import type { Payment } from './payment.type.ts';

export const paymentsOfOrder: LoaderOf<PaidKey, Payment[]> = ({ reads }) =>
  loadMany(
    (keys: readonly PaidKey[]) => readPaymentsOfOrders(reads, keys),
    (key) => key.id,
    (payment) => payment.orderId,
  );
