import { graphql } from '../../gql/index.ts';

export const driversQuery = graphql(`
  query Drivers($shop: String!, $outcome: DriverOutcome!, $period: PeriodInput!, $where: [DimensionFilter!]) {
    drivers(shop: $shop, outcome: $outcome, period: $period, where: $where) {
      outcome
      title {
        en
        zh
      }
      headline {
        en
        zh
      }
      refusal {
        en
        zh
      }
      period {
        from
        to
      }
      orders
      hits
      share
      shareInterval {
        low
        high
      }
      sampled
      population
      explained
      explainedInterval {
        low
        high
      }
      drivers {
        factor
        label {
          en
          zh
        }
        weight
        weightInterval {
          low
          high
        }
        verdict
        lever
        effect
        effectInterval {
          low
          high
        }
        step {
          en
          zh
        }
        known
        applies {
          en
          zh
        }
        levels {
          label {
            en
            zh
          }
          orders
          hits
          share
          interval {
            low
            high
          }
        }
        alongWith {
          factor
          label {
            en
            zh
          }
          correlation
        }
      }
      leftOut {
        factor
        label {
          en
          zh
        }
        reason {
          en
          zh
        }
      }
      asOf
    }
  }
`);
