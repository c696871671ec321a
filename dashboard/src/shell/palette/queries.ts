import { graphql } from '../../gql/index.ts';

export const orderByNumberQuery = graphql(`
  query OrdersByNumber($shop: String!, $number: String!) {
    orders(first: 3, where: { shop: $shop, externalId: $number }) {
      nodes {
        id
        externalId
      }
    }
  }
`);

export const customerByNumberQuery = graphql(`
  query CustomersByNumber($shop: String!, $number: String!) {
    customers(first: 3, where: { shop: $shop, externalId: $number }) {
      nodes {
        id
        nameMasked
      }
    }
  }
`);
