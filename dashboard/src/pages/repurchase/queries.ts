import { graphql } from '../../gql/index.ts';

export const retentionQuery = graphql(`
  query CohortRetention($period: PeriodInput!, $where: [DimensionFilter!], $months: Int!) {
    cohortRetention(period: $period, where: $where, months: $months) {
      asOf
      cohorts {
        month
        size
        partial
        cells {
          month
          share
          customers
          suppressed
          interval {
            low
            high
          }
        }
      }
      explain {
        ...ExplainLine
      }
    }
  }
`);

export const survivalQuery = graphql(`
  query Survival($period: PeriodInput!, $where: [DimensionFilter!], $days: Int!, $by: Dimension) {
    survival(period: $period, where: $where, days: $days, by: $by, limit: 12) {
      asOf
      curves {
        key {
          dimension
          value
          label {
            en
            zh
          }
        }
        customers
        median
        seenDays
        atRisk {
          day
          customers
        }
        shareBack {
          bucket
          bucketEnd
          value
          numerator
          denominator
          sample
          status
          suppressed
          approximate
          mature
          partial
          interval {
            low
            high
            method
          }
        }
        steps {
          day
          atRisk
          share
          interval {
            low
            high
          }
        }
      }
      explain {
        ...ExplainLine
      }
    }
  }
`);
