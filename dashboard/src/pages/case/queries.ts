import { graphql } from '../../gql/index.ts';

export const caseQuery = graphql(`
  query Case($id: ID!) {
    serviceCase(id: $id) {
      id
      externalId
      openedAt
      caseType {
        label {
          en
          zh
        }
      }
      phase {
        label {
          en
          zh
        }
      }
      channel {
        label {
          en
          zh
        }
      }
      topic {
        label {
          en
          zh
        }
      }
      cause {
        label {
          en
          zh
        }
      }
      severity {
        label {
          en
          zh
        }
      }
      status {
        label {
          en
          zh
        }
      }
      handledBy {
        label {
          en
          zh
        }
      }
      team {
        label {
          en
          zh
        }
      }
      agent {
        code
        label {
          en
          zh
        }
      }
      responseDueAt
      resolutionDueAt
      respondedInTime
      resolvedInTime
      firstResponseSeconds
      resolutionSeconds
      firstContactResolved
      contained
      handOverWaitSeconds
      callAnswered
      waitedSeconds
      transfers
      replies
      reopens
      csat
      toneStart
      toneEnd
      flowFollowed
      satisfiedWithOutcome
      escalatedTo {
        label {
          en
          zh
        }
      }
      callBackPromisedAt
      calledBackAt
      cost {
        amount
        currency
      }
      text
      events {
        id
        kind {
          code
          label {
            en
            zh
          }
        }
        occurredAt
        agentCode
        detail
      }
      customer {
        id
        externalId
        nameMasked
        phoneMasked
      }
      order {
        id
        externalId
      }
      product {
        externalId
        title
      }
      compensations {
        id
        failure {
          label {
            en
            zh
          }
        }
        form {
          label {
            en
            zh
          }
        }
        amount {
          amount
          currency
        }
        grantedAt
      }
    }
  }
`);
