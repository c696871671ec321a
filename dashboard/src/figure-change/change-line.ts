import { graphql } from '../gql/index.ts';

export type { FigureChangeLineFragment as ChangeLine } from '../gql/graphql.ts';

/** A published figure that moved, as lists tell it; a query asks for it as `...FigureChangeLine`. */
graphql(`
  fragment FigureChangeLine on FigureChange {
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
    causeTitle {
      en
      zh
    }
    source
    runId
    changedAt
  }
`);

export const changesQuery = graphql(`
  query FigureChanges($first: Int!, $after: String, $where: FigureChangeWhere) {
    figureChanges(first: $first, after: $after, where: $where) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        ...FigureChangeLine
      }
    }
  }
`);
