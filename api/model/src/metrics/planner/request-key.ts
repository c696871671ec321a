import type { DimensionFilter, MetricRequest } from '../answer/types.ts';

const once = <T>(values: readonly T[] | null | undefined): T[] => [...new Set(values ?? [])];
const sorted = (codes: readonly string[] | null | undefined): string[] | null =>
  codes ? once(codes).toSorted() : null;

const filterKey = (filter: DimensionFilter): string =>
  JSON.stringify([filter.dimension, sorted(filter.in), sorted(filter.notIn)]);

/**
 * The same text for requests that are the same question: defaults filled in, nothing twice, filters and their codes in one order.
 * What orders the answer (metrics, dimensions, comparisons) keeps its order.
 */
export function requestKey({ metrics, grain, by, where, compare, limit, version, ...rest }: MetricRequest): string {
  const others = Object.entries(rest).filter(([, value]) => value !== null && value !== undefined);
  return JSON.stringify([
    once(metrics),
    grain ?? 'TOTAL',
    once(by),
    once((where ?? []).map(filterKey)).toSorted(),
    once(compare),
    limit ?? null,
    version ?? null,
    others.toSorted(([a], [b]) => (a < b ? -1 : 1)),
  ]);
}
