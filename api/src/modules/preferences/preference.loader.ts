import { loadMany, loadOne } from '../../platform/database/loaders.ts';
import type { LoaderOf } from '../../platform/graphql/context.ts';
import type { DimensionValue } from '../dimensions/index.ts';
import { readNextCategories, readPreferences } from './preference.reader.ts';
import type { CategoryPreference } from './preference.type.ts';

export const preferencesOf: LoaderOf<string, CategoryPreference[]> = ({ reads }) =>
  loadMany(
    (ids: readonly string[]) => readPreferences(reads, ids),
    (id) => id,
    ({ customerId }) => customerId,
  );

export const nextCategoryOf: LoaderOf<string, DimensionValue | null> = ({ reads }) =>
  loadOne(
    (ids: readonly string[]) => readNextCategories(reads, ids),
    (id) => id,
    ({ customerId }) => customerId,
  );
