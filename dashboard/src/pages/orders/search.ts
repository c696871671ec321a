import { dayOrNone, present } from '../../filters/search.ts';
import type { Dimension, DimensionFilter, MetricId, MetricPart, OrderOddity } from '../../gql/graphql.ts';

/** What the list of orders is a list of: the rows behind a figure, an oddity of the data, or simply the period's orders. */
export interface OrdersSearch {
  behind?: MetricId;
  part?: MetricPart;
  rowsFrom?: string;
  rowsTo?: string;
  /** Slices of the figure as `DIMENSION:value`; `DIMENSION:` is the rows without one. */
  slice?: string[];
  oddity?: OrderOddity;
  order?: string;
  sort?: 'ORDERED_AT' | 'DELAY_DAYS' | 'PAID';
}

const sorts = ['ORDERED_AT', 'DELAY_DAYS', 'PAID'] as const;
const parts = ['NUMERATOR', 'DENOMINATOR', 'REMAINDER'] as const satisfies readonly MetricPart[];
const one = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);
const code = (value: unknown): string | undefined => (/^[A-Z0-9_]+$/.test(one(value) ?? '') ? one(value) : undefined);

export function readOrdersSearch(raw: Record<string, unknown>): OrdersSearch {
  const slices = (Array.isArray(raw['slice']) ? raw['slice'] : [raw['slice']]).filter((entry): entry is string =>
    /^[A-Z_]+:/.test(one(entry) ?? ''),
  );
  return present({
    behind: code(raw['behind']) as MetricId | undefined,
    part: parts.find((part) => part === raw['part']),
    rowsFrom: dayOrNone(raw['rowsFrom']),
    rowsTo: dayOrNone(raw['rowsTo']),
    slice: slices.length > 0 ? slices : undefined,
    oddity: code(raw['oddity']) as OrderOddity | undefined,
    order: one(raw['order']),
    sort: sorts.find((sort) => sort === raw['sort']),
  });
}

export function sliceFilters(slices: readonly string[] | undefined): DimensionFilter[] {
  return (slices ?? []).map((slice) => {
    const at = slice.indexOf(':');
    return { dimension: slice.slice(0, at) as Dimension, in: [slice.slice(at + 1)] };
  });
}
