import { graphql } from '../../gql/index.ts';

export const runQuery = graphql(`
  query Run($id: ID!, $moved: Int!) {
    ingestionRun(id: $id) {
      ...RunLine
      error {
        code
        detail
        remedy {
          en
          zh
        }
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

export const acceptGuardMutation = graphql(`
  mutation AcceptGuard($id: ID!, $reason: String!) {
    acceptGuard(id: $id, reason: $reason) {
      name
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);
