import { present } from '../../filters/search.ts';
import { readRowsSearch, type RowsSearch } from '../../metric/rows-search.ts';

/** What the list of cases is a list of: the rows behind a figure, what is open or overdue now, or the period's cases. */
export interface CasesSearch extends RowsSearch {
  state?: 'open' | 'overdue';
  type?: 'enquiry' | 'request' | 'complaint';
  sort?: 'RESOLUTION_SECONDS' | 'CSAT';
}

const one = <T extends string>(value: unknown, allowed: readonly T[]): T | undefined =>
  allowed.find((each) => each === value);

export const readCasesSearch = (raw: Record<string, unknown>): CasesSearch =>
  present({
    ...readRowsSearch(raw),
    state: one(raw['state'], ['open', 'overdue']),
    type: one(raw['type'], ['enquiry', 'request', 'complaint']),
    sort: one(raw['sort'], ['RESOLUTION_SECONDS', 'CSAT']),
  });
