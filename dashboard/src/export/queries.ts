import { graphql } from '../gql/index.ts';

graphql(`
  fragment ExportLine on Export {
    id
    fileName
    format
    state
    rows
    expectedRows
    bytes
    startedAt
    expiresAt
    downloadUrl
    error {
      code
      text {
        en
        zh
      }
    }
  }
`);

graphql(`
  fragment ExportAnswer on ExportPayload {
    export {
      ...ExportLine
    }
    userErrors {
      code
      text {
        en
        zh
      }
    }
  }
`);

export const startExportMutation = graphql(`
  mutation StartExport($input: ExportInput!) {
    startExport(input: $input) {
      ...ExportAnswer
    }
  }
`);

export const repeatExportMutation = graphql(`
  mutation RepeatExport($id: ID!) {
    repeatExport(id: $id) {
      ...ExportAnswer
    }
  }
`);

export const cancelExportMutation = graphql(`
  mutation CancelExport($id: ID!) {
    cancelExport(id: $id) {
      ...ExportAnswer
    }
  }
`);

export const exportQuery = graphql(`
  query ExportProgress($id: ID!) {
    export(id: $id) {
      ...ExportLine
    }
  }
`);

export const exportsQuery = graphql(`
  query Exports($first: Int!, $after: String) {
    exports(first: $first, after: $after) {
      totalCount
      nodes {
        ...ExportLine
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);
