import { graphql } from '../../gql/index.ts';
import type { SavedQueryLineFragment } from '../../gql/graphql.ts';

graphql(`
  fragment SavedQueryLine on SavedQuery {
    id
    name
    description
    document
    variables
    owner
    mine
    sharedWith
    version
    updatedAt
  }
`);

export type SavedQuery = SavedQueryLineFragment;

export const savedQueriesQuery = graphql(`
  query SavedQueries($after: String, $where: SavedQueryWhere) {
    savedQueries(first: 50, after: $after, where: $where) {
      totalCount
      nodes {
        ...SavedQueryLine
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

export const savedQueryQuery = graphql(`
  query SavedQueryById($id: ID!) {
    savedQuery(id: $id) {
      ...SavedQueryLine
    }
  }
`);

export const saveMutation = graphql(`
  mutation SaveQuery($input: SaveQueryInput!) {
    saveQuery(input: $input) {
      query {
        ...SavedQueryLine
      }
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const shareMutation = graphql(`
  mutation ShareSavedQuery($id: ID!, $version: Int!, $roles: [Role!]!) {
    shareSavedQuery(id: $id, version: $version, roles: $roles) {
      query {
        ...SavedQueryLine
      }
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const deleteMutation = graphql(`
  mutation DeleteSavedQuery($id: ID!, $version: Int!) {
    deleteSavedQuery(id: $id, version: $version) {
      deletedId
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);
