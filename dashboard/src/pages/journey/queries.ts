import { graphql } from '../../gql/index.ts';

export const journeyFlowQuery = graphql(`
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
