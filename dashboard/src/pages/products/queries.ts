import { graphql } from '../../gql/index.ts';

export const uncertifiedQuery = graphql(`
  query UncertifiedMerchants($shop: String!, $first: Int!) {
    merchants(first: $first, where: { shop: $shop, certificateRequired: true, certified: false }) {
      totalCount
      nodes {
        id
        externalId
        title
        city
        admittedOn
        certificates {
          id
          expiresOn
        }
        sanctions {
          id
        }
      }
    }
  }
`);
