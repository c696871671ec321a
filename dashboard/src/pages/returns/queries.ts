import { graphql } from '../../gql/index.ts';

export const returnStepsQuery = graphql(`
  query ReturnSteps($shop: String!, $period: PeriodInput!, $where: [DimensionFilter!]) {
    stepFunnel(shop: $shop, period: $period, kind: RETURN, where: $where) {
      step {
        code
        label {
          en
          zh
        }
      }
      count
      share
      medianSeconds
      p90Seconds
    }
  }
`);

export const spreadQuery = graphql(`
  query Spread($shop: String!, $period: PeriodInput!) {
    compensationSpread(shop: $shop, period: $period) {
      failure {
        value
        label {
          en
          zh
        }
      }
      failures
      compensated
      granted
      share
      medianAmount {
        amount
        currency
      }
      p10 {
        amount
        currency
      }
      p90 {
        amount
        currency
      }
      total {
        amount
        currency
      }
    }
  }
`);
