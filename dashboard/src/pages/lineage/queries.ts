import { graphql } from '../../gql/index.ts';

export const lineageQuery = graphql(`
  query Lineage($metric: MetricId!, $shop: String) {
    lineage(metric: $metric) {
      relations {
        kind
        relation
        rows {
          en
          zh
        }
      }
      feeds(shop: $shop) {
        feed
        relation
        title {
          en
          zh
        }
        tells {
          code
          label {
            en
            zh
          }
        }
        sources {
          source
          rows
          dataThrough
          lastPublishedAt
          lastRunId
          waiting
          files {
            name
            records
            runId
            state
            at
          }
        }
      }
    }
  }
`);

export const sourceRecordsQuery = graphql(`
  query SourceRecords($metric: MetricId!, $shop: String) {
    lineage(metric: $metric) {
      records(shop: $shop) {
        feed
        source
        recordId
        fileName
        recordNo
        runId
      }
    }
  }
`);
