import { graphql } from '../../gql/index.ts';

export const badReviewsQuery = graphql(`
  query BadReviews($first: Int!, $where: ReviewWhere) {
    reviews(first: $first, where: $where) {
      totalCount
      nodes {
        id
        score
        title
        message
        answeredAt
        product {
          title
          externalId
        }
        order {
          id
          externalId
          customer {
            id
            externalId
            nameMasked
          }
        }
      }
    }
  }
`);
