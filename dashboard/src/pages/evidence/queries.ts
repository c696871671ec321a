import { graphql } from '../../gql/index.ts';

graphql(`
  fragment Side on EvidenceSide {
    label {
      en
      zh
    }
    value
    numerator
    denominator
    rows {
      metric
      period {
        from
        to
      }
      where {
        dimension
        in
      }
    }
  }
`);

export const evidenceQuery = graphql(`
  query Evidence($shop: String!, $questions: [EvidenceQuestion!]!) {
    evidence(shop: $shop, questions: $questions) {
      id
      claim {
        en
        zh
      }
      verdict
      sentence {
        en
        zh
      }
      method {
        en
        zh
      }
      period {
        from
        to
      }
      parts {
        title {
          en
          zh
        }
        metric {
          id
          title {
            en
            zh
          }
          unit
          decimals
          polarity
          version
          currency
        }
        kind
        verdict
        claimed
        claimedSize
        value
        interval {
          low
          high
        }
        relative
        relativeInterval {
          low
          high
        }
        these {
          ...Side
        }
        those {
          ...Side
        }
        initiative
        sentence {
          en
          zh
        }
        caveat {
          en
          zh
        }
      }
    }
  }
`);
