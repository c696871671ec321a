import { graphql } from '../../gql/index.ts';

export const backlogQuery = graphql(`
  query Backlog($shop: String!) {
    backlog(shop: $shop) {
      channel {
        value
        label {
          en
          zh
        }
      }
      bucket
      open
      overdue
    }
  }
`);
