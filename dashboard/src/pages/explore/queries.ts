import { graphql } from '../../gql/index.ts';

export const valuesQuery = graphql(`
  query FilterValues($dimension: Dimension!, $shop: String!, $search: String) {
    dimensionValues(dimension: $dimension, shop: $shop, search: $search, first: 50) {
      value
      label {
        en
        zh
      }
    }
  }
`);
