import { present } from '../../filters/search.ts';
import type { OrderOddity } from '../../gql/graphql.ts';
import { apiName, readRowsSearch, type RowsSearch } from '../../metric/rows-search.ts';

/** What the list of orders is a list of: the rows behind a figure, an oddity of the data, or simply the period's orders. */
export interface OrdersSearch extends RowsSearch {
  oddity?: OrderOddity;
  order?: string;
  sort?: 'ORDERED_AT' | 'DELAY_DAYS' | 'PAID';
}

const sorts = ['ORDERED_AT', 'DELAY_DAYS', 'PAID'] as const;

export function readOrdersSearch(raw: Record<string, unknown>): OrdersSearch {
  return present({
    ...readRowsSearch(raw),
    oddity: apiName(raw['oddity']) as OrderOddity | undefined,
    order: typeof raw['order'] === 'string' && raw['order'] !== '' ? raw['order'] : undefined,
    sort: sorts.find((sort) => sort === raw['sort']),
  });
}
