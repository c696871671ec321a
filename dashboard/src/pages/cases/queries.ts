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
        ...CaseLine
      }
    }
  }
`);
