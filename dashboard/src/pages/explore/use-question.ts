import { useNavigate, useSearch } from '@tanstack/react-router';

import { useFilters } from '../../filters/use-filters.ts';
import { useShop, type Definition } from '../../filters/shop-context.tsx';
import type { Dimension, MetricId } from '../../gql/graphql.ts';
import type { MetricsRequest } from '../../metric/use-metrics.ts';
import type { ExploreSearch } from './search.ts';
import { sharedDimensions } from './shape.ts';

/** What is looked at before anything is chosen. */
const FIRST: readonly MetricId[] = ['PROMISE_KEPT_RATE'];

export interface Question {
  definitions: Definition[];
  metrics: MetricId[];
  by: Dimension[];
  overTime: boolean;
  /** Dimensions that all chosen figures carry. */
  offered: Dimension[];
  /** As it is sent. */
  asked: MetricsRequest;
  change(next: { [Key in keyof ExploreSearch]: ExploreSearch[Key] | undefined }): void;
}

/** What the address asks: figures that there are, by dimensions that they carry. */
export function useQuestion(): Question {
  const { metric, by: cutBy, over }: ExploreSearch = useSearch({ strict: false });
  const navigate = useNavigate();
  const { definitions: known } = useShop();
  const { compare, grain } = useFilters();
  const metrics = (metric ?? FIRST).filter((each) => known.has(each));
  const definitions = metrics.flatMap((each) => known.get(each) ?? []);
  const offered = sharedDimensions(definitions) as Dimension[];
  const by = (cutBy ?? []).filter((dimension) => offered.includes(dimension));
  const overTime = over === 'time' && by.length < 2;
  return {
    definitions,
    metrics,
    by,
    overTime,
    offered,
    asked: { metrics, by, grain: overTime ? grain : 'TOTAL', compare, limit: by.length === 2 ? 300 : 50 },
    change: (next) =>
      void navigate({ to: '/explore', search: { metric, by: cutBy, over, ...next }, resetScroll: false }),
  };
}
