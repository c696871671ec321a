import { present } from '../../filters/search.ts';
import type { OrderOddity } from '../../gql/graphql.ts';
import { isPathPart } from './path.ts';
import { apiName, readRowsSearch, type RowsSearch } from '../../metric/rows-search.ts';

/** What the list of orders is a list of: the rows behind a figure, an oddity of the data, or simply the period's orders. */
export interface OrdersSearch extends RowsSearch {
  oddity?: OrderOddity;
  /** What they are at the stages of the journey: `delivery:late`. */
  path?: string[];
  order?: string;
  sort?: 'ORDERED_AT' | 'DELAY_DAYS' | 'PAID';
}

const sorts = ['ORDERED_AT', 'DELAY_DAYS', 'PAID'] as const;

function pathIn(raw: unknown): string[] | undefined {
  const parts = [raw].flat().filter(isPathPart);
  return parts.length > 0 ? parts : undefined;
}

export function readOrdersSearch(raw: Record<string, unknown>): OrdersSearch {
  return present({
    ...readRowsSearch(raw),
    path: pathIn(raw['path']),
    oddity: apiName(raw['oddity']) as OrderOddity | undefined,
    order: typeof raw['order'] === 'string' && raw['order'] !== '' ? raw['order'] : undefined,
    sort: sorts.find((sort) => sort === raw['sort']),
  });
}
