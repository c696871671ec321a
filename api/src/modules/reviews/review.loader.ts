import { loadMany, type OrderKey } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { readReviewsOfOrders } from './review.reader.ts';
import type { Review } from './review.type.ts';

export const reviewsOfOrder: LoaderOf<OrderKey, Review[]> = ({ reads }) =>
  loadMany(
    (keys: readonly OrderKey[]) => readReviewsOfOrders(reads, keys),
    (key) => key.id,
    (review) => review.orderId,
  );
