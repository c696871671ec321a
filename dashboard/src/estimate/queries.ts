import { graphql } from '../gql/index.ts';

/** An amount that is estimated: `...Estimated`. */
graphql(`
  fragment Estimated on EstimatedMoney {
    amount {
      amount
      currency
    }
    low {
      amount
      currency
    }
    high {
      amount
      currency
    }
  }
`);
