import { createContext, useContext } from 'react';

import type { CatalogQuery, StartQuery } from '../gql/graphql.ts';
import type { Period } from '../metric/types.ts';

export type Shop = StartQuery['shops'][number];
export type Viewer = StartQuery['viewer'];
export type Definition = CatalogQuery['metricCatalog'][number];

/** What every page knows before it draws: who looks, at which shop, and what its data can say. */
export interface ShopScope {
  viewer: Viewer;
  shops: Shop[];
  shop: Shop;
  asOf: string;
  firstDay: string;
  /** The default period: the last three full months with real volume. */
  complete: Period;
  /** By metric id. */
  definitions: ReadonlyMap<string, Definition>;
}

const ShopContext = createContext<ShopScope | null>(null);

export const ShopProvider = ShopContext.Provider;

export function useShop(): ShopScope {
  const scope = useContext(ShopContext);
  if (scope === null) throw new Error('useShop is called outside the signed-in shell: wrap the page in ShopProvider.');
  return scope;
}
