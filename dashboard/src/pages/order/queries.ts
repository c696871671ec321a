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
      serviceLevel {
        label {
          en
          zh
        }
      }
      failures {
        value
        label {
          en
          zh
        }
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
        kind {
          label {
            en
            zh
          }
        }
        outcome {
          code
          label {
            en
            zh
          }
        }
        attemptedAt
      }
      shipments {
        id
        waybill
        carrier {
          label {
            en
            zh
          }
        }
        carrierCode
        promisedAt
        handedOverAt
        deliveredAt
        deliveredOn
        delaySeconds
        longestSilenceSeconds
        attempts
        outcome {
          label {
            en
            zh
          }
        }
        events {
          id
          kind {
            code
            label {
              en
              zh
            }
          }
          occurredAt
          stationCode
          detail
        }
      }
      cases {
        id
        openedAt
        caseType {
          label {
            en
            zh
          }
        }
        topic {
          label {
            en
            zh
          }
        }
        channel {
          label {
            en
            zh
          }
        }
        status {
          label {
            en
            zh
          }
        }
        firstResponseSeconds
        respondedInTime
        resolutionSeconds
        resolvedInTime
        csat
      }
      returns {
        id
        kind {
          label {
            en
            zh
          }
        }
        reason {
          label {
            en
            zh
          }
        }
        status {
          label {
            en
            zh
          }
        }
        amount {
          amount
          currency
        }
        requestedAt
        requestToMoneySeconds
        refundedInTime
      }
      compensations {
        id
        failure {
          label {
            en
            zh
          }
        }
        form {
          label {
            en
            zh
          }
        }
        amount {
          amount
          currency
        }
        grantedAt
      }
      reviews {
        id
        score
        title
        message
        invitedAt
        answeredAt
        firstScore
        repliedAt
        reply
      }
    }
  }
`);
