import { graphql } from '../gql/index.ts';

export const runsQuery = graphql(`
  query Runs($first: Int!, $after: String, $where: IngestionRunWhere) {
    ingestionRuns(first: $first, after: $after, where: $where) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        source
        shop
        trigger
        state
        stage
        startedAt
        finishedAt
        durationSeconds
        dataVersion
        errorCode
        errorMessage
        window
        error {
          title {
            en
            zh
          }
        }
        notes {
          en
          zh
        }
        feeds {
          fileName
          feed
          home
          read
          inserted
          updated
          unchanged
          duplicate
          superseded
          pending
          quarantined
          deleted
          healed
          balanced
        }
        totals {
          read
          inserted
          updated
          unchanged
          duplicate
          superseded
          pending
          quarantined
          deleted
          healed
          balanced
        }
      }
    }
  }
`);
