import { graphql } from '../../gql/index.ts';

export const customerValueQuery = graphql(`
  query CustomerValue($shop: String!) {
    customerValue(shop: $shop) {
      asOf
      customers
      model {
        label {
          en
          zh
        }
      }
      answer {
        lead {
          en
          zh
        }
        rest {
          en
          zh
        }
      }
      refusal {
        code
        words {
          en
          zh
        }
      }
      bands {
        band {
          code
          label {
            en
            zh
          }
        }
        customers
        orders
        value {
          amount
          currency
        }
      }
      parameters {
        symbol
        value
        interval {
          low
          high
        }
      }
      check {
        fittedTo
        days
        actual
        expected
        error
        verdict
        correlation
        weeks {
          day
          actual
          expected
          heldOut
        }
        byFrequency {
          repeats
          andMore
          customers
          actual
          expected
          interval {
            low
            high
          }
        }
      }
      lapses {
        failure {
          code
          label {
            en
            zh
          }
        }
        lapsed
        back
        share
        interval {
          low
          high
        }
      }
    }
  }
`);
