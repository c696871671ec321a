import { graphql } from '../../gql/index.ts';

export const annotationsQuery = graphql(`
  query Annotations($shop: String!, $period: PeriodInput!) {
    annotations(shop: $shop, period: $period) {
      kind
      code
      label {
        en
        zh
      }
      detail {
        en
        zh
      }
      startsOn
      endsOn
      metric
      author
    }
  }
`);

export const verdictsQuery = graphql(`
  query InitiativeVerdicts($shop: String!, $period: PeriodInput!, $metrics: [MetricId!]!) {
    initiativeAnnotations(shop: $shop, period: $period, metrics: $metrics) {
      code
      metric
      verdict
      better
      effect
      interval {
        low
        high
      }
    }
  }
`);

export const notesQuery = graphql(`
  query ChartNotes($shop: String!, $period: PeriodInput!) {
    chartNotes(shop: $shop, period: $period) {
      id
      metric
      startsOn
      endsOn
      text
      author
      mine
      shared
      version
      updatedAt
    }
  }
`);

export const saveNoteMutation = graphql(`
  mutation SaveNote($input: SaveNoteInput!) {
    saveNote(input: $input) {
      saved {
        id
      }
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const deleteNoteMutation = graphql(`
  mutation DeleteNote($id: ID!, $version: Int!) {
    deleteNote(id: $id, version: $version) {
      deletedId
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);
