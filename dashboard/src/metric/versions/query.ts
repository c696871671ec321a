import { keepPreviousData, useQuery } from '@tanstack/react-query';

import { request } from '../../api/graphql.ts';
import { graphql } from '../../gql/index.ts';
import type { DimensionFilter, MetricId, MetricVersionsQuery } from '../../gql/graphql.ts';
import type { DimensionValue, Grain, Period } from '../types.ts';
import { useFilterConditions } from '../use-metrics.ts';

const query = graphql(`
  query MetricVersions(
    $metric: MetricId!
    $versions: VersionPairInput!
    $period: PeriodInput!
    $grain: Grain!
    $where: [DimensionFilter!]!
  ) {
    metricVersions(metric: $metric, versions: $versions, period: $period, grain: $grain, where: $where) {
      before {
        version
      }
      after {
        version
      }
      points {
        bucket
        bucketEnd
        sameRows
        onlyBefore
        onlyAfter
        inForce
        suppressed
        before {
          value
          denominator
        }
        after {
          value
          denominator
        }
        difference {
          difference
          definition
          rows
        }
        change {
          total
          customers
          definition
        }
      }
    }
  }
`);

export type VersionsAnswer = MetricVersionsQuery['metricVersions'];
export type VersionPoint = VersionsAnswer['points'][number];

interface Asked {
  metric: string;
  /** The one in force; it is held against the one before it. */
  version: number;
  period: Period;
  grain?: Grain;
  slice?: readonly DimensionValue[];
}

/** A metric under its definition in force and the one before, under the page's filters and within a slice. */
export function useVersions({ metric, version, period, grain = 'TOTAL', slice = [] }: Asked) {
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
    versions: { before: version - 1, after: version },
    period,
    grain,
    where,
  };
  return useQuery({
    queryKey: ['metric-versions', variables],
    queryFn: async ({ signal }): Promise<VersionsAnswer> => (await request(query, variables, signal)).metricVersions,
    placeholderData: keepPreviousData,
    enabled: version > 1,
  });
}
