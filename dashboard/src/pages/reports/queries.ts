import { graphql } from '../../gql/index.ts';
import type { ReportsQuery } from '../../gql/graphql.ts';

export type Report = ReportsQuery['reports'][number];

export const reportsQuery = graphql(`
  query Reports {
    reports {
      id
      name
      owner
      mine
      shop
      page
      language
      landscape
      cron
      zone
      recipients {
        address
        unsubscribedAt
      }
      nextAt
      pausedAt
      lastSentAt
      problem
      version
    }
  }
`);

export const saveReportMutation = graphql(`
  mutation SaveReport($input: SaveReportInput!) {
    saveReport(input: $input) {
      reportId
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);

export const changeReportMutation = graphql(`
  mutation ChangeReport($id: ID!, $change: ReportChange!) {
    changeReport(id: $id, change: $change) {
      reportId
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);
