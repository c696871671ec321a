import { loadOne } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import { readProducts } from './product.reader.ts';
import type { Product } from './product.type.ts';

export const productById: LoaderOf<string, Product | null> = ({ reads }) =>
  loadOne(
    (ids: readonly string[]) => readProducts(reads, ids),
    (id) => id,
    (product) => product.id,
  );
