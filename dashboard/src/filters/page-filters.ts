import { useMatches } from '@tanstack/react-router';

/** Which filters a page obeys: all of them, all but the region, those that choose rows, none on a page about one thing, none but the shop. A control that does nothing is not shown. */
export type PageFilters = 'all' | 'time' | 'rows' | 'one' | 'shop';

/** The page's name, in the browser's title. */
export type PageTitle =
  | 'overview'
  | 'alarms'
  | 'forecast'
  | 'evidence'
  | 'initiatives'
  | 'explore'
  | 'journeyFlow'
  | 'delivery'
  | 'service'
  | 'complaints'
  | 'returns'
  | 'voice'
  | 'words'
  | 'fairReviews'
  | 'repurchase'
  | 'secondOrders'
  | 'customerValue'
  | 'recovery'
  | 'membership'
  | 'products'
  | 'rules'
  | 'drivers'
  | 'dataHealth'
  | 'changes'
  | 'lineage'
  | 'guide'
  | 'rows'
  | 'quarantine'
  | 'query'
  | 'administration'
  | 'exports'
  | 'reports'
  | 'runs'
  | 'run'
  | 'orders'
  | 'order'
  | 'cases'
  | 'case'
  | 'customer';

declare module '@tanstack/react-router' {
  interface StaticDataRouteOption {
    filters?: PageFilters;
    title?: PageTitle;
  }
}

export function usePageFilters(): PageFilters {
  const matches = useMatches();
  return matches.at(-1)?.staticData.filters ?? 'all';
}

/** Figures can be compared and cut by time on it. */
export const comparesTime = (filters: PageFilters): boolean => filters === 'all' || filters === 'time';

/** What a click on a mark leaves over holds on it. */
export const isCut = (filters: PageFilters): boolean => comparesTime(filters) || filters === 'rows';

/** What it shows belongs to regions. */
export const hasRegions = (filters: PageFilters): boolean => filters === 'all' || filters === 'rows';

export function usePageTitle(): PageTitle | undefined {
  const matches = useMatches();
  return matches.at(-1)?.staticData.title;
}
