import { loadOne } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { readCustomersById } from './customer.reader.ts';
import type { Customer } from './customer.type.ts';

export const customerById: LoaderOf<string, Customer | null> = ({ reads }) =>
  loadOne(
    (ids: readonly string[]) => readCustomersById(reads, ids),
    (id) => id,
    (customer) => customer.id,
  );
