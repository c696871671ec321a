import { loadMany, type OrderKey } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { readCompensationsOfCases, readCompensationsOfOrders } from './compensation.reader.ts';
import type { Compensation } from './compensation.type.ts';

export const compensationsOfOrder: LoaderOf<OrderKey, Compensation[]> = ({ reads }) =>
  loadMany(
    (keys: readonly OrderKey[]) => readCompensationsOfOrders(reads, keys),
    (key) => key.id,
    (granted) => granted.orderId ?? '',
  );

export const compensationsOfCase: LoaderOf<OrderKey, Compensation[]> = ({ reads }) =>
  loadMany(
    (keys: readonly OrderKey[]) => readCompensationsOfCases(reads, keys),
    (key) => key.id,
    (granted) => granted.caseId ?? '',
  );
