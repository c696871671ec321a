import { graphql } from '../../gql/index.ts';

export const customerQuery = graphql(`
  query Customer($id: ID!) {
    customer(id: $id) {
      id
      externalId
      identified
      nameMasked
      phoneMasked
      city
      region {
        value
        label {
          en
          zh
        }
      }
      firstOrderedOn
      lastOrderedOn
      ordersCount
      validOrderDays
      paid {
        amount
        currency
      }
      promisesKept
      promisesDue
      averageScore
      reviewsCount
      orders(first: 50) {
        totalCount
        nodes {
          id
          externalId
          status
          valid
          orderedOn
          promisedOn
          deliveredOn
          delayDays
          lateness
          paidTotal {
            amount
            currency
          }
        }
      }
      journey(first: 100) {
        totalCount
        nodes {
          id
          at
          on
          stage
          kind
          title {
            en
            zh
          }
          detail {
            en
            zh
          }
          orderId
          tone
        }
      }
    }
  }
`);
