import { graphql } from '../../gql/index.ts';

export const openComplaintsQuery = graphql(`
  query OpenComplaints($first: Int!, $where: ServiceCaseWhere) {
    serviceCases(first: $first, where: $where, orderBy: { field: OPENED_AT, direction: ASC }) {
      totalCount
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
