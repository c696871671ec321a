import { useMatches } from '@tanstack/react-router';

/** Which filters a page obeys: all of them, those that choose rows, none on a page about one thing, none but the shop. A control that does nothing is not shown. */
export type PageFilters = 'all' | 'rows' | 'one' | 'shop';

/** The page's name, in the browser's title. */
export type PageTitle =
  | 'overview'
  | 'delivery'
  | 'service'
  | 'complaints'
  | 'returns'
  | 'repurchase'
  | 'dataHealth'
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

export function usePageTitle(): PageTitle | undefined {
  const matches = useMatches();
  return matches.at(-1)?.staticData.title;
}
