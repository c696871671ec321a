import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { request } from '../../api/graphql.ts';
import type { DimensionFilter, MetricId, WhatChangedQuery } from '../../gql/graphql.ts';
import { graphql } from '../../gql/index.ts';
import type { DimensionValue, MetricComparison, Period } from '../types.ts';
import { useFilterConditions } from '../use-metrics.ts';

const query = graphql(`
  query WhatChanged(
    $metric: MetricId!
    $period: PeriodInput!
    $compare: Comparison
    $event: String
    $where: [DimensionFilter!]
  ) {
    metricContribution(
      metric: $metric
      period: $period
      compare: $compare
      event: $event
      where: $where
      limit: 6
    ) {
      against {
        from
        to
      }
      change
      significant
      verdict
      suppressed
      cuts {
        title {
          en
          zh
        }
        contribution
        mix
        rate
        slices {
          key {
            dimension
            value
            label {
              en
              zh
            }
          }
          value
          before
          sample
          weight
          weightBefore
          contribution
          mix
          rate
          significant
          verdict
        }
        rest {
          slices
          tooFew
          contribution
          mix
          rate
        }
      }
      refused {
        title {
          en
          zh
        }
        reason {
          en
          zh
        }
      }
    }
  }
`);

export type Contribution = WhatChangedQuery['metricContribution'];
export type Cut = Contribution['cuts'][number];
export type Slice = Cut['slices'][number];

/** What has no sum of its slices: the API refuses to explain it. */
const unexplained: ReadonlySet<string> = new Set(['PERCENTILE', 'SURVIVAL']);
export const isExplained = (kind: string): boolean => !unexplained.has(kind);

interface Asked {
  metric: string;
  period: Period;
  comparison: MetricComparison;
  slice: readonly DimensionValue[];
}

/** Where a figure's change comes from, under the page's filters and within its own slice. */
export function useContribution({ metric, period, comparison, slice }: Asked) {
  const sliced = slice.map(({ dimension }) => dimension);
  const conditions = useFilterConditions([metric], sliced);
  const where: DimensionFilter[] = [
    ...conditions,
    ...slice.map(({ dimension, value }) => ({
      dimension: dimension as DimensionFilter['dimension'],
      in: [value ?? ''],
    })),
  ];
  const variables = {
    metric: metric as MetricId,
    period,
    compare: comparison.kind,
    event: comparison.event?.code ?? null,
    where,
  };
  return useQuery({
    queryKey: ['contribution', variables],
    queryFn: async ({ signal }): Promise<Contribution> => (await request(query, variables, signal)).metricContribution,
    placeholderData: keepPreviousData,
  });
}
