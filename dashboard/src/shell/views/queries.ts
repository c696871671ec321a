import { graphql } from '../../gql/index.ts';
import type { SavedViewLineFragment } from '../../gql/graphql.ts';

graphql(`
  fragment SavedViewLine on SavedView {
    id
    name
    path
    search
    owner
    mine
    sharedWith
    homeOf
    version
  }
`);

export type SavedView = SavedViewLineFragment;

export const savedViewsQuery = graphql(`
  query SavedViews {
    savedViews(first: 100) {
      nodes {
        ...SavedViewLine
      }
    }
  }
`);

export const homeViewQuery = graphql(`
  query HomeView {
    savedViews(first: 1, where: { home: true }) {
      nodes {
        ...SavedViewLine
      }
    }
  }
`);

export const saveViewMutation = graphql(`
  mutation SaveView($input: SaveViewInput!) {
    saveView(input: $input) {
      view {
        ...SavedViewLine
      }
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const deleteViewMutation = graphql(`
  mutation DeleteSavedView($id: ID!, $version: Int!) {
    deleteSavedView(id: $id, version: $version) {
      deletedId
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const setHomeMutation = graphql(`
  mutation SetHomeView($role: Role!, $viewId: ID) {
    setHomeView(role: $role, viewId: $viewId) {
      view {
        ...SavedViewLine
      }
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);
