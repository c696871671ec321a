import { graphql } from '../gql/index.ts';

export const revealMutation = graphql(`
  mutation RevealContacts($input: RevealInput!) {
    revealContacts(input: $input) {
      contacts {
        field
        value
        customerId
      }
      left
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);
