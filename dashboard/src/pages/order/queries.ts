import { graphql } from '../../gql/index.ts';

export const orderQuery = graphql(`
  query Order($id: ID!) {
    order(id: $id) {
      id
      externalId
      status
      valid
      orderedAt
      orderedOn
      approvedAt
      promisedOn
      deliveredAt
      deliveredOn
      delayDays
      lateness
      region {
        value
        label {
          en
          zh
        }
      }
      itemsTotal {
        amount
        currency
      }
      freightTotal {
        amount
        currency
      }
      paidTotal {
        amount
        currency
      }
      customer {
        id
        externalId
        nameMasked
        ordersCount
      }
      items {
        id
        itemNo
        quantity
        price {
          amount
          currency
        }
        freight {
          amount
          currency
        }
        product {
          externalId
          title
          category {
            value
            label {
              en
              zh
            }
          }
        }
        merchant {
          externalId
          title
          city
        }
      }
      payments {
        id
        paymentNo
        installments
        method {
          value
          label {
            en
            zh
          }
        }
        amount {
          amount
          currency
        }
        paidAt
      }
      shipments {
        id
        carrierCode
        handedOverAt
        deliveredAt
      }
      reviews {
        id
        score
        title
        message
        invitedAt
        answeredAt
      }
    }
  }
`);
