import { graphql } from '../../gql/index.ts';

export const guideQuery = graphql(`
  query Guide($area: MetricArea) {
    metricCatalog(area: $area) {
      id
      formula {
        en
        zh
      }
      sql
      eligibility {
        en
        zh
      }
      datedBy {
        en
        zh
      }
      rows {
        en
        zh
      }
      versions {
        version
        since
        until
        description {
          en
          zh
        }
        replaced {
          en
          zh
        }
      }
      readFrom {
        feed
        tells {
          code
          label {
            en
            zh
          }
        }
      }
    }
  }
`);

export const exampleQuery = graphql(`
  query GuideExample($metric: MetricId!, $period: PeriodInput!, $shop: String!) {
    metrics(metrics: [$metric], period: $period, where: [{ dimension: SHOP, in: [$shop] }]) {
      series {
        points {
          value
          numerator
          denominator
          sample
          interval {
            low
            high
            method
          }
        }
      }
    }
  }
`);
