import { graphql } from '../gql/index.ts';

export type { CaseLineFragment as CaseLine } from '../gql/graphql.ts';

/** What a list of cases shows of each; a query asks for it as `...CaseLine`. */
graphql(`
  fragment CaseLine on ServiceCase {
    id
    externalId
    openedAt
    caseType {
      value
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
    status {
      code
      label {
        en
        zh
      }
    }
    contained
    firstResponseSeconds
    respondedInTime
    resolutionSeconds
    resolvedInTime
    csat
    agent {
      label {
        en
        zh
      }
    }
    customer {
      id
      externalId
      nameMasked
    }
  }
`);
