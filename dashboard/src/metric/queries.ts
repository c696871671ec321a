import { graphql } from '../gql/index.ts';

/** What answered a figure, and how far it goes; spread wherever an answer is explained. */
graphql(`
  fragment ExplainLine on MetricExplain {
    metric
    servedBy
    reads {
      relation
      rows
    }
    reason {
      en
      zh
    }
    slicesAddUp
    unidentifiedOrders
  }
`);

export const metricsQuery = graphql(`
  query Metrics(
    $metrics: [MetricId!]!
    $period: PeriodInput!
    $grain: Grain
    $by: [Dimension!]
    $where: [DimensionFilter!]
    $compare: [Comparison!]
    $events: [String!]
    $limit: Int
  ) {
    metrics(metrics: $metrics, period: $period, grain: $grain, by: $by, where: $where, compare: $compare, events: $events, limit: $limit) {
      series {
        metric {
          id
          title {
            en
            zh
          }
          unit
          decimals
          polarity
          version
          currency
          target {
            condition
            value
          }
        }
        key {
          dimension
          value
          label {
            en
            zh
          }
        }
        revisions {
          id
          month {
            from
            to
          }
          before {
            value
          }
          after {
            value
          }
          causeTitle {
            en
            zh
          }
          source
          runId
          changedAt
        }
        points {
          bucket
          bucketEnd
          value
          numerator
          denominator
          sample
          interval {
            low
            high
            method
          }
          status
          suppressed
          approximate
          mature
          completed {
            value
            low
            high
            shareKnown
          }
          partial
          comparisons {
            kind
            event {
              code
              label {
                en
                zh
              }
              day
              earlierDay
            }
            period {
              from
              to
            }
            value
            numerator
            denominator
            sample
            change
            changeRatio
            changeInterval {
              low
              high
              method
            }
            significant
            verdict
          }
        }
      }
      truncatedSeries
      asOf
      dataVersion
      period {
        from
        to
      }
      grain
      explain {
        ...ExplainLine
      }
    }
  }
`);
