import { graphql } from '../gql/index.ts';

/** A run as lists and the flow show it; a query asks for it as `...RunLine`. */
graphql(`
  fragment RunLine on IngestionRun {
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
`);

export const runsQuery = graphql(`
  query Runs($first: Int!, $after: String, $where: IngestionRunWhere) {
    ingestionRuns(first: $first, after: $after, where: $where) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...RunLine
      }
    }
  }
`);
