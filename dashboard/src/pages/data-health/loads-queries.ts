import { graphql } from '../../gql/index.ts';

export const loadsQuery = graphql(`
  query Loads {
    alerts(where: { open: true }, first: 50) {
      totalCount
      nodes {
        id
        kind
        severity
        source
        title {
          en
          zh
        }
        detail {
          en
          zh
        }
        runId
        openedAt
        acknowledgedAt
        acknowledgedBy
        snoozedUntil
        notices {
          channel
          state
        }
      }
    }
    schedules {
      source
      cron
      zone
      next
      pausedAt
      waiting
      running
      failed
      problem
      last {
        at
        state
        runId
        error {
          title {
            en
            zh
          }
        }
      }
    }
    backfills {
      id
      source
      state
      firstWindow
      lastWindow
      held
      total
      done
      failed
      windowsPerMinute
      expectedEnd
      stopped {
        windows
        error {
          title {
            en
            zh
          }
        }
      }
      failures {
        window
        error {
          title {
            en
            zh
          }
        }
      }
    }
  }
`);

export const acknowledgeMutation = graphql(`
  mutation AcknowledgeAlert($id: ID!) {
    acknowledgeAlert(id: $id) {
      alertId
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const snoozeMutation = graphql(`
  mutation SnoozeAlert($id: ID!, $until: DateTime!) {
    snoozeAlert(id: $id, until: $until) {
      alertId
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const runSourceMutation = graphql(`
  mutation RunSource($source: String!) {
    runSource(source: $source) {
      requestId
      runId
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const pauseSourceMutation = graphql(`
  mutation PauseSource($source: String!) {
    pauseSource(source: $source) {
      source
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const resumeSourceMutation = graphql(`
  mutation ResumeSource($source: String!) {
    resumeSource(source: $source) {
      source
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const retrySourceMutation = graphql(`
  mutation RetrySource($source: String!) {
    retrySource(source: $source) {
      source
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const startBackfillMutation = graphql(`
  mutation StartBackfill($input: BackfillInput!) {
    startBackfill(input: $input) {
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const pauseBackfillMutation = graphql(`
  mutation PauseBackfill($id: ID!) {
    pauseBackfill(id: $id) {
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const resumeBackfillMutation = graphql(`
  mutation ResumeBackfill($id: ID!) {
    resumeBackfill(id: $id) {
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const cancelBackfillMutation = graphql(`
  mutation CancelBackfill($id: ID!) {
    cancelBackfill(id: $id) {
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);
