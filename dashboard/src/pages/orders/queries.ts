import { graphql } from '../../gql/index.ts';

export const ordersQuery = graphql(`
  query Orders($first: Int!, $after: String, $where: OrderWhere, $orderBy: OrderOrder) {
    orders(first: $first, after: $after, where: $where, orderBy: $orderBy) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        externalId
        status
        valid
        orderedOn
        promisedOn
        deliveredOn
        delayDays
        lateness
        region {
          dimension
          value
          label {
            en
            zh
          }
        }
        paidTotal {
          amount
          currency
        }
        customer {
          id
          externalId
          nameMasked
        }
        reviews {
          id
          score
        }
      }
    }
  }
`);
