import { loadOne } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { readMerchants } from './merchant.reader.ts';
import type { Merchant } from './merchant.type.ts';

export const merchantById: LoaderOf<string, Merchant | null> = ({ reads }) =>
  loadOne(
    (ids: readonly string[]) => readMerchants(reads, ids),
    (id) => id,
    (merchant) => merchant.id,
  );
