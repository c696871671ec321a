import { useNavigate, useSearch } from '@tanstack/react-router';

import type { Period } from '../metric/types.ts';
import { usePageFilters } from './page-filters.ts';
import { soFar } from './periods.ts';
import type { Search } from './search.ts';
import { useShop } from './shop-context.tsx';
import { useFilters } from './use-filters.ts';

/** The days of a list of rows, where a figure brought its own. */
interface OwnDays {
  rowsFrom?: string;
  rowsTo?: string;
}

interface PagePeriod {
  /** What the page shows, as far as there are days of it. */
  period: Period;
  asked: Period;
  /** It is that of the rows listed, not that of the other pages. */
  own: boolean;
  choose(period: Period | undefined): void;
}

/** The period a page is really about: that of its rows where a figure led to them, else the one all pages share. */
export function usePagePeriod(): PagePeriod {
  const filters = useFilters();
  const { complete, asOf } = useShop();
  const search: Search & OwnDays = useSearch({ strict: false });
  const navigate = useNavigate();
  const listed = usePageFilters() === 'rows';
  if (!listed || (search.rowsFrom === undefined && search.rowsTo === undefined)) {
    const { period, asked, set } = filters;
    return { period, asked, own: false, choose: (next) => set(next ?? { from: undefined, to: undefined }) };
  }
  const asked = { from: search.rowsFrom ?? filters.asked.from, to: search.rowsTo ?? filters.asked.to };
  const choose = (next: Period | undefined): void => {
    const { from, to } = next ?? complete;
    void navigate({ to: '.', search: (now: Search) => ({ ...now, rowsFrom: from, rowsTo: to }), resetScroll: false });
  };
  return { period: soFar(asked, asOf), asked, own: true, choose };
}
