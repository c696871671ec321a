import { graphql } from '../../gql/index.ts';

export const healthQuery = graphql(`
  query DataHealth($shop: String) {
    dataHealth {
      asOf
      dataVersion
      publishedAt
      waiting
      feeds {
        source
        shop
        feed
        title {
          en
          zh
        }
        rows
        lastRuns {
          runId
          state
          quarantined
          at
        }
      }
      quarantine {
        feed
        source
        rows
        since
        reason {
          code
          title {
            en
            zh
          }
          remedy {
            en
            zh
          }
        }
      }
      pending {
        source
        feed
        parentConcept
        rows
        since
      }
      oddities(shop: $shop) {
        code
        rows
        title {
          en
          zh
        }
      }
    }
    freshness {
      source
      shop
      feed
      state
      promiseMinutes
      percentUsed
      dataThrough
      lastPublishedAt
      lastRunId
      dueAt
    }
  }
`);
