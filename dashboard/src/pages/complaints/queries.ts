import { graphql } from '../../gql/index.ts';

export const openComplaintsQuery = graphql(`
  query OpenComplaints($first: Int!, $where: ServiceCaseWhere) {
    serviceCases(first: $first, where: $where, orderBy: { field: OPENED_AT, direction: ASC }) {
      totalCount
      nodes {
        ...CaseLine
      }
    }
  }
`);
