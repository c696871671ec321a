import { graphql } from '../../gql/index.ts';

export const secondOrdersQuery = graphql(`
  query SecondOrders($shop: String!, $by: SecondOrderCut!) {
    secondOrders(shop: $shop, by: $by) {
      asOf
      from
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
      cost {
        from
        to
        late
        lost
        lostInterval {
          low
          high
        }
        orderValue {
          ...Estimated
        }
        worth {
          ...Estimated
        }
      }
      groups {
        group {
          code
          label {
            en
            zh
          }
        }
        reference
        customers
        seenDays
        verdict
        needed
        marks {
          day
          share
          interval {
            low
            high
          }
        }
        atRisk {
          day
          customers
        }
        steps {
          day
          atRisk
          share
          interval {
            low
            high
          }
        }
        difference {
          orders
          unlike
          share
          expected
          value
          interval {
            low
            high
          }
        }
        logRank {
          chiSquare
          pValue
          paceRatio
          interval {
            low
            high
          }
        }
      }
    }
  }
`);
