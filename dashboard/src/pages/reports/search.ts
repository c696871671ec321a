import { present } from '../../filters/search.ts';

export interface ReportsSearch {
  /** A page that is to be sent: opens the form with it. */
  page?: string;
}

export const readReportsSearch = ({ page }: Record<string, unknown>): ReportsSearch =>
  present({ page: typeof page === 'string' && page.startsWith('/') ? page : undefined });
