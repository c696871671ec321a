import { graphql } from '../../gql/index.ts';

export const casesQuery = graphql(`
  query Cases($first: Int!, $after: String, $where: ServiceCaseWhere, $orderBy: ServiceCaseOrder) {
    serviceCases(first: $first, after: $after, where: $where, orderBy: $orderBy) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        externalId
        openedAt
        caseType {
          value
          label {
            en
            zh
          }
        }
        channel {
          label {
            en
            zh
          }
        }
        topic {
          label {
            en
            zh
          }
        }
        status {
          code
          label {
            en
            zh
          }
        }
        contained
        firstResponseSeconds
        respondedInTime
        resolutionSeconds
        resolvedInTime
        csat
        agent {
          label {
            en
            zh
          }
        }
        customer {
          id
          externalId
          nameMasked
        }
      }
    }
  }
`);
