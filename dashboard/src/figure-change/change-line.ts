import type { FigureChangeLineFragment } from '../gql/graphql.ts';
import { graphql } from '../gql/index.ts';

/** A published figure that moved, as lists tell it. */
export type ChangeLine = FigureChangeLineFragment;

export const changeLine = graphql(`
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
