import { useSearch } from '@tanstack/react-router';

import type { Search, TrendGrain } from './search.ts';

/** The grain the reader chose; until then the usual one of a card whose rows are fewer than orders. */
export function useGrain(usual: TrendGrain): TrendGrain {
  const search: Search = useSearch({ strict: false });
  return search.grain ?? usual;
}
