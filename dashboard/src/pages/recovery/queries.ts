import { graphql } from '../../gql/index.ts';

export const valueAtStakeQuery = graphql(`
  query ValueAtStake($shop: String!) {
    valueAtStake(shop: $shop) {
      from
      to
      answer {
        lead {
          en
          zh
        }
        rest {
          en
          zh
        }
      }
      failures {
        failure {
          code
          label {
            en
            zh
          }
        }
        orders
        refund {
          ...Estimated
        }
        compensation {
          ...Estimated
        }
        handling {
          ...Estimated
        }
        lostRepurchase {
          ...Estimated
        }
        each {
          ...Estimated
        }
        total {
          ...Estimated
        }
      }
    }
  }
`);

export const standingQuery = graphql(`
  query RecoveryStanding($shop: String!) {
    recoveryStanding(shop: $shop) {
      open
      overdue
      due
      closed
      share
      interval {
        low
        high
      }
      contacted {
        customers
        back
      }
      heldOut {
        customers
        back
      }
      verdict
      words {
        en
        zh
      }
    }
  }
`);

export const hurtQuery = graphql(`
  query HurtCustomers($shop: String!, $limit: Int!) {
    hurtCustomers(shop: $shop, limit: $limit) {
      total
      atStake {
        amount
        currency
      }
      refusal {
        words {
          en
          zh
        }
      }
      customers {
        customerId
        orderId
        hurtOn
        alive
        failures {
          code
          label {
            en
            zh
          }
        }
        valueYear {
          amount
          currency
        }
        atStake {
          amount
          currency
        }
      }
    }
  }
`);

graphql(`
  fragment RecoveryLine on RecoveryCase {
    id
    customerId
    orderId
    hurtOn
    arm
    dueOn
    overdue
    owner
    version
    failures {
      code
      label {
        en
        zh
      }
    }
    atStake {
      amount
      currency
    }
    action {
      code
      label {
        en
        zh
      }
    }
    outcome {
      code
      label {
        en
        zh
      }
    }
  }
`);

export const casesQuery = graphql(`
  query RecoveryCases($shop: String!, $first: Int!, $after: String) {
    recoveryCases(first: $first, after: $after, where: { shop: $shop, arm: CONTACT }) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...RecoveryLine
      }
    }
  }
`);

export const openMutation = graphql(`
  mutation OpenRecovery($input: OpenRecoveryInput!) {
    openRecovery(input: $input) {
      opened
      heldOut
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const recordMutation = graphql(`
  mutation RecordRecovery($input: RecordRecoveryInput!) {
    recordRecovery(input: $input) {
      recoveryCase {
        ...RecoveryLine
      }
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);
