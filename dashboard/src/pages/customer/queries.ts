import { graphql } from '../../gql/index.ts';

export const customerQuery = graphql(`
  query Customer($id: ID!) {
    customer(id: $id) {
      id
      externalId
      identified
      outlook {
        alive
        repeats
        orders90
        orders365
        value365 {
          amount
          currency
        }
      }
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
      origin {
        label {
          en
          zh
        }
      }
      registeredAt
      tier {
        value
        label {
          en
          zh
        }
      }
      tierSince
      points
      loyal
      consents {
        purpose {
          code
          label {
            en
            zh
          }
        }
        granted
      }
      preferences {
        category {
          value
          label {
            en
            zh
          }
        }
        orders
        views
        share
      }
      nextCategory {
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
          failures {
            value
            label {
              en
              zh
            }
          }
          paidTotal {
            amount
            currency
          }
        }
      }
    }
  }
`);

export const journeyQuery = graphql(`
  query CustomerJourney($id: ID!, $after: String) {
    customer(id: $id) {
      journey(first: 100, after: $after) {
        totalCount
        pageInfo {
          endCursor
          hasNextPage
        }
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
          amount {
            amount
            currency
          }
          promisedAt
          gapSeconds
          stageSeconds
          orderId
          caseId
          shipmentId
          tone
        }
      }
    }
  }
`);

export const storyQuery = graphql(`
  query StoryOrder($id: ID!) {
    order(id: $id) {
      id
      failures {
        value
      }
      deliveryCost {
        amount
        currency
      }
      serviceCost {
        amount
        currency
      }
      compensations {
        id
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
      }
      returns {
        id
        kind {
          label {
            en
            zh
          }
        }
        refunded {
          amount
          currency
        }
      }
      shipments {
        id
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
        }
      }
    }
  }
`);
