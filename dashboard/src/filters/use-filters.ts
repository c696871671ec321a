import { useSearch } from '@tanstack/react-router';
import { useMemo } from 'react';

import type { ComparisonKind, Period } from '../metric/types.ts';
import { cutsOf, type Cut } from './cuts.ts';
import { daysIn } from './days.ts';
import { soFar } from './periods.ts';
import { usePageFilters } from './page-filters.ts';
import { eventKey, readCompare, type CompareKey, type Search, type TrendGrain } from './search.ts';
import { useShop } from './shop-context.tsx';
import { useComparableEvents } from './use-comparable-events.ts';
import { useSearchChange } from './use-search-change.ts';

export interface Filters {
  shop: string;
  asOf: string;
  firstDay: string;
  /** The days there are of it: a period that is still running ends today. */
  period: Period;
  /** As it was asked for: a month to its end, so that what it is compared with is cut where today cuts it. */
  asked: Period;
  grain: TrendGrain;
  regions: readonly string[];
  /** What clicks on marks left over; a figure that does not carry a dimension is not cut by it. */
  cuts: readonly Cut[];
  compare: readonly ComparisonKind[];
  /** What SAME_DAYS_OF_EVENT is aligned to: those named that the period can be aligned to. */
  events: readonly string[];
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
  const asked = useMemo(
    () => (search.from && search.to ? { from: search.from, to: search.to } : complete),
    [search.from, search.to, complete],
  );
  const period = useMemo(() => soFar(asked, asOf), [asked, asOf]);
  const named = readCompare(search.compare ?? both).events;
  // Another period may have no such event: then it is left out, as the whole page would be refused.
  const known = useComparableEvents(asked, shop.code, named.length > 0).data;
  return useMemo(() => {
    const can = known?.map(({ code }) => eventKey(code)) ?? [];
    const compareKeys = (search.compare ?? both).filter((key) => !key.startsWith('event:') || can.includes(key));
    const { kinds, events } = readCompare(compareKeys);
    return {
      shop: shop.code,
      asOf,
      firstDay,
      period,
      asked,
      grain: search.grain ?? usualGrain(period),
      regions: regional ? (search.region ?? []) : [],
      cuts: cutsOf(search.cut ?? []),
      compareKeys,
      compare: kinds,
      events,
      set,
    };
  }, [search, shop, asOf, firstDay, period, asked, known, set, regional]);
}
