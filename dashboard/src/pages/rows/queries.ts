import { graphql } from '../../gql/index.ts';

export const metricRowsQuery = graphql(`
  query MetricRows($behind: MetricRowsInput!, $first: Int!, $after: String) {
    metricRows(behind: $behind, first: $first, after: $after) {
      totalCount
      nodes {
        id
        kind
        day
        brings
        customerId
        orderId
        values {
          dimension
          value
          label {
            en
            zh
          }
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
