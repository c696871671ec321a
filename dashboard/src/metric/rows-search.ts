import { dayOrNone, present } from '../filters/search.ts';
import type { Dimension, DimensionFilter, MetricId, MetricPart } from '../gql/graphql.ts';

/** Which rows a list shows: those behind a figure, under the filters and the slice that made it. */
export interface RowsSearch {
  behind?: MetricId;
  part?: MetricPart;
  rowsFrom?: string;
  rowsTo?: string;
  /** Slices of the figure as `DIMENSION:value`; `DIMENSION:` is the rows without one. */
  slice?: string[];
  /** Only rows that stand as this run brought them. */
  broughtBy?: string;
}

const parts = ['NUMERATOR', 'DENOMINATOR', 'REMAINDER'] as const satisfies readonly MetricPart[];

const one = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** A name of the API in an address: capitals, digits and underscores only. */
export const apiName = (value: unknown): string | undefined =>
  /^[A-Z0-9_]+$/.test(one(value) ?? '') ? one(value) : undefined;

export function readRowsSearch(raw: Record<string, unknown>): RowsSearch {
  const slices = (Array.isArray(raw['slice']) ? raw['slice'] : [raw['slice']]).filter((entry): entry is string =>
    /^[A-Z_]+:/.test(one(entry) ?? ''),
  );
  return present({
    behind: apiName(raw['behind']) as MetricId | undefined,
    part: parts.find((part) => part === raw['part']),
    rowsFrom: dayOrNone(raw['rowsFrom']),
    rowsTo: dayOrNone(raw['rowsTo']),
    slice: slices.length > 0 ? slices : undefined,
    broughtBy: /^\d+$/.test(one(raw['broughtBy']) ?? '') ? one(raw['broughtBy']) : undefined,
  });
}

/** Several values of one dimension: rows that carry any of them. */
export function sliceFilters(slices: readonly string[] | undefined): DimensionFilter[] {
  const values = new Map<string, string[]>();
  for (const slice of slices ?? []) {
    const at = slice.indexOf(':');
    const dimension = slice.slice(0, at);
    values.set(dimension, [...(values.get(dimension) ?? []), slice.slice(at + 1)]);
  }
  return [...values].map(([dimension, chosen]) => ({ dimension: dimension as Dimension, in: chosen }));
}
