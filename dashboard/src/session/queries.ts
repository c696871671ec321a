import { graphql } from '../gql/index.ts';

export const startQuery = graphql(`
  query Start {
    viewer {
      name
      role
    }
    shops {
      code
      title {
        en
        zh
      }
      zone
      currency
      asOf
      firstOrderDay
      orders
    }
  }
`);

export const catalogQuery = graphql(`
  query Catalog {
    metricCatalog {
      id
      area
      title {
        en
        zh
      }
      description {
        en
        zh
      }
      numerator {
        en
        zh
      }
      denominator {
        en
        zh
      }
      kind
      clock
      unit
      decimals
      polarity
      target {
        condition
        value
      }
      minSample
      maturesAfterDays
      version
      since
      owner
      dimensions
      facts
      notes {
        en
        zh
      }
    }
  }
`);

export const volumeQuery = graphql(`
  query Volume($shop: String!, $period: PeriodInput!) {
    metrics(metrics: [ORDERS], period: $period, grain: MONTH, where: [{ dimension: SHOP, in: [$shop] }]) {
      dataVersion
      series {
        points {
          bucket
          bucketEnd
          partial
          value
        }
      }
    }
  }
`);
