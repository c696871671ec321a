import { graphql } from '../../gql/index.ts';

export const forecastQuery = graphql(`
  query PeakForecast($shop: String!, $event: String) {
    peakEvents(shop: $shop) {
      code
      label {
        en
        zh
      }
      day
    }
    peakForecast(shop: $shop, event: $event) {
      event {
        code
        label {
          en
          zh
        }
        day
      }
      daysAhead
      measures {
        measure
        title {
          en
          zh
        }
        calm
        learnedFrom
        total {
          expected
          low
          high
        }
        peak {
          day
          expected
          low
          high
        }
        days {
          day
          expected
          low
          high
          lastTime
        }
      }
      staffing {
        perAgent
        days
        inTime
        usualAgents
        agents
        agentsHigh
      }
      carriers {
        carrier {
          value
          label {
            en
            zh
          }
        }
        share
        expected
        high
        proven
        short
      }
      backtests {
        measure
        event {
          en
          zh
        }
        day
        expected
        low
        high
        actual
        inside
      }
    }
  }
`);
