import { graphql } from '../../gql/index.ts';

export const reasonsQuery = graphql(`
  query RefusedReasons($state: QuarantineState, $run: ID) {
    quarantineReasons(where: { state: $state, runId: $run }) {
      source
      feed
      rows
      corrected
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
    dataHealth {
      feeds {
        source
        shop
        feed
        title {
          en
          zh
        }
      }
    }
  }
`);

export const refusedQuery = graphql(`
  query RefusedRows($first: Int!, $after: String, $where: QuarantineWhere) {
    quarantine(first: $first, after: $after, where: $where) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        source
        feed
        fileName
        recordNo
        lineNo
        byteOffset
        field
        recordId
        state
        createdAt
        runId
        raw
        corrected
        isCorrected
        correctedBy
        isSealed
        discardReason
        triedRunId
        resolvedAt
        resolvedBy
        reason {
          code
          title {
            en
            zh
          }
        }
        detail {
          en
          zh
        }
      }
    }
  }
`);

export const previewMutation = graphql(`
  mutation PreviewReplay($selection: RefusedSelection!, $from: String) {
    previewReplay(selection: $selection, from: $from) {
      sources {
        source
        rows
        loaded
        superseded
        refused
        refusals {
          rows
          field
          reason {
            code
            title {
              en
              zh
            }
          }
        }
        movedCount
        moved {
          month
          before
          after
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
        }
      }
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const replayMutation = graphql(`
  mutation ReplayQuarantine($selection: RefusedSelection!, $from: String) {
    replayQuarantine(selection: $selection, from: $from) {
      sources {
        source
        runId
        rows
        loaded
        superseded
        refused
        refusals {
          rows
          field
          reason {
            code
            title {
              en
              zh
            }
          }
        }
      }
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const discardMutation = graphql(`
  mutation DiscardQuarantine($selection: RefusedSelection!, $reason: String!) {
    discardQuarantine(selection: $selection, reason: $reason) {
      discarded
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const correctMutation = graphql(`
  mutation CorrectQuarantined($id: ID!, $fields: [FieldCorrection!], $raw: String) {
    correctQuarantined(id: $id, fields: $fields, raw: $raw) {
      id
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);
