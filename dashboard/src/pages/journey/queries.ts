import { graphql } from '../../gql/index.ts';

export const stagesQuery = graphql(`
  query JourneyStages(
    $shop: String!
    $period: PeriodInput!
    $where: [DimensionFilter!]
    $outcome: JourneyOutcome
    $by: Dimension
  ) {
    journeyStages(shop: $shop, period: $period, where: $where, outcome: $outcome, by: $by) {
      orders
      values {
        stage
        value {
          code
          label {
            en
            zh
          }
        }
        orders
      }
      flows {
        stage
        from {
          code
        }
        to {
          code
        }
        orders
        share
        low
        high
        medianSeconds
      }
    }
  }
`);

export const stepsQuery = graphql(`
  query JourneyFlow($shop: String!, $period: PeriodInput!, $where: [DimensionFilter!], $outcome: JourneyOutcome) {
    journeySteps(shop: $shop, period: $period, where: $where, outcome: $outcome, first: 100) {
      orders
      nodes {
        step {
          code
          label {
            en
            zh
          }
        }
        orders
      }
      edges {
        from {
          code
          label {
            en
            zh
          }
        }
        to {
          code
          label {
            en
            zh
          }
        }
        orders
        share
        medianSeconds
        p90Seconds
      }
    }
  }
`);
