import { loadOne } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { readCustomersById } from './customer.reader.ts';
import type { Customer } from './customer.type.ts';

export const customerById: LoaderOf<string, Customer | null> = (context) =>
  loadOne(
    (ids: readonly string[]) => readCustomersById(context, ids),
    (id) => id,
    (customer) => customer.id,
  );
