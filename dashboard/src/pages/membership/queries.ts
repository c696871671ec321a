import { graphql } from '../../gql/index.ts';

export const tiersQuery = graphql(`
  query TierMigration($shop: String!, $period: PeriodInput!) {
    tierMigration(shop: $shop, period: $period) {
      from {
        value
        label {
          en
          zh
        }
      }
      to {
        value
        label {
          en
          zh
        }
      }
      customers
    }
  }
`);

export const rfmQuery = graphql(`
  query Rfm($shop: String!) {
    rfm(shop: $shop) {
      customers
      gate {
        en
        zh
      }
      segments {
        recency
        frequency
        label {
          code
          label {
            en
            zh
          }
        }
        customers
        share
        paid {
          amount
          currency
        }
      }
    }
  }
`);

export const failedCustomersQuery = graphql(`
  query FailedCustomers($shop: String!, $first: Int!) {
    customers(
      first: $first
      where: { shop: $shop, minOrders: 3, minMissed: 1 }
      orderBy: { field: PAID, direction: DESC }
    ) {
      totalCount
      nodes {
        id
        externalId
        nameMasked
        loyal
        ordersCount
        lastOrderedOn
        promisesKept
        promisesDue
        averageScore
        paid {
          amount
          currency
        }
      }
    }
  }
`);

export const bestCustomersQuery = graphql(`
  query BestCustomers($shop: String!, $first: Int!) {
    customers(first: $first, where: { shop: $shop, minOrders: 3 }, orderBy: { field: PAID, direction: DESC }) {
      totalCount
      nodes {
        id
        externalId
        nameMasked
        tier {
          label {
            en
            zh
          }
        }
        loyal
        ordersCount
        lastOrderedOn
        promisesKept
        promisesDue
        paid {
          amount
          currency
        }
      }
    }
  }
`);
