import { graphql } from '../../gql/index.ts';

export const healthQuery = graphql(`
  query DataHealth($shop: String) {
    dataHealth {
      asOf
      dataVersion
      publishedAt
      waiting
      feeds {
        source
        shop
        feed
        title {
          en
          zh
        }
        rows
        dataThrough
        lastPublishedAt
        freshnessPromiseMinutes
        lastRuns {
          runId
          state
          quarantined
          at
        }
      }
      quarantine {
        feed
        source
        rows
        since
        reason {
          code
          title {
            en
            zh
          }
          remedy {
            en
            zh
          }
        }
      }
      pending {
        source
        feed
        parentConcept
        rows
        since
      }
      oddities(shop: $shop) {
        code
        rows
        title {
          en
          zh
        }
      }
    }
  }
`);

export const quarantineQuery = graphql(`
  query Quarantine($first: Int!, $after: String, $where: QuarantineWhere) {
    quarantine(first: $first, after: $after, where: $where) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      nodes {
        id
        feed
        fileName
        recordNo
        lineNo
        byteOffset
        field
        state
        createdAt
        raw
        reason {
          code
        }
        detail {
          en
          zh
        }
      }
    }
  }
`);
