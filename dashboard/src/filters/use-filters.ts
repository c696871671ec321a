import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';

import type { ComparisonKind, Period } from '../metric/types.ts';
import { daysIn } from './days.ts';
import { usePageFilters } from './page-filters.ts';
import { comparisonKind, type CompareKey, type Search, type TrendGrain } from './search.ts';
import { useShop } from './shop-context.tsx';
import { useSearchChange } from './use-search-change.ts';

export interface Filters {
  shop: string;
  asOf: string;
  firstDay: string;
  period: Period;
  grain: TrendGrain;
  regions: readonly string[];
  compare: readonly ComparisonKind[];
  compareKeys: readonly CompareKey[];
  /** Changes the address; an undefined value returns to the default. */
  set(change: Partial<Search>): void;
}

const both: CompareKey[] = ['previous', 'year'];

/** Weeks for up to two and a half years, months beyond: a trend stays readable without a choice. */
const usualGrain = (period: Period): TrendGrain => (daysIn(period) > 920 ? 'MONTH' : 'WEEK');

export function useFilters(): Filters {
  const { shop, asOf, firstDay, complete } = useShop();
  const search: Search = useSearch({ strict: false });
  const set = useSearchChange();
  // A region chosen elsewhere stays in the address, but does not cut what belongs to no region.
  const regional = usePageFilters() !== 'time';
  return useMemo(() => {
    const period = search.from && search.to ? { from: search.from, to: search.to } : complete;
    const compareKeys = search.compare ?? both;
    return {
      shop: shop.code,
      asOf,
      firstDay,
      period,
      grain: search.grain ?? usualGrain(period),
      regions: regional ? (search.region ?? []) : [],
      compareKeys,
      compare: compareKeys.filter((key) => key !== 'none').map((key) => comparisonKind[key]),
      set,
    };
  }, [search, shop, asOf, firstDay, complete, set, regional]);
}
