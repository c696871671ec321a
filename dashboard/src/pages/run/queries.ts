import { graphql } from '../../gql/index.ts';

export const runQuery = graphql(`
  query Run($id: ID!, $moved: Int!) {
    ingestionRun(id: $id) {
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
        code
        title {
          en
          zh
        }
        detail
        remedy {
          en
          zh
        }
      }
      notes {
        en
        zh
      }
      drift {
        kind
        file
        column
        text {
          en
          zh
        }
      }
      stages {
        stage
        startedAt
        endedAt
        seconds
        rows
        rowsPerSecond
      }
      files {
        name
        role
        state
        bytes
        records
        seconds
      }
      quarantineReasons {
        feed
        rows
        reason {
          code
          title {
            en
            zh
          }
        }
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
    figureChanges(first: $moved, where: { runId: $id }) {
      totalCount
      nodes {
        id
        metric {
          id
          title {
            en
            zh
          }
          unit
          decimals
          currency
        }
        month {
          from
          to
        }
        before {
          value
        }
        after {
          value
        }
      }
    }
    dataHealth {
      feeds {
        feed
        title {
          en
          zh
        }
      }
    }
  }
`);

export const findingsQuery = graphql(`
  query Findings($id: ID!) {
    guardFindings(runId: $id) {
      id
      severity
      title {
        en
        zh
      }
      expected
      found
      acceptedBy
    }
  }
`);
