import { present } from '../../filters/search.ts';
import type { Dimension, MetricId } from '../../gql/graphql.ts';
import { apiName } from '../../metric/rows-search.ts';

/** The question as it stands in the address: figures, what they are cut by, and over time or not. */
export interface ExploreSearch {
  metric?: MetricId[];
  by?: Dimension[];
  /** Over time in the page's grain; absent: one figure for the whole period. */
  over?: 'time';
}

export const MOST_METRICS = 4;
export const MOST_DIMENSIONS = 2;

const names = <Name extends string>(value: unknown, most: number): Name[] | undefined => {
  const list = (Array.isArray(value) ? value : [value]).flatMap((each) => apiName(each) ?? []) as Name[];
  return list.length === 0 ? undefined : [...new Set(list)].slice(0, most);
};

export const readExploreSearch = (raw: Record<string, unknown>): ExploreSearch =>
  present({
    metric: names<MetricId>(raw['metric'], MOST_METRICS),
    by: names<Dimension>(raw['by'], MOST_DIMENSIONS),
    over: raw['over'] === 'time' ? ('time' as const) : undefined,
  }) as ExploreSearch;
