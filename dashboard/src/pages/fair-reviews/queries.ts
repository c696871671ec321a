import { graphql } from '../../gql/index.ts';

export const fairnessQuery = graphql(`
  query ReviewFairness($shop: String!, $period: PeriodInput!) {
    reviewFairness(shop: $shop, period: $period) {
      answer {
        en
        zh
      }
      reviews
      doubtful
      share
      shareInterval {
        low
        high
      }
      rating
      ratingWithout
      open
      judgedFake
      judgedGenuine
      reasons {
        code
        label {
          en
          zh
        }
        means {
          en
          zh
        }
        points
        reviews
      }
      products {
        product
        label {
          en
          zh
        }
        reviews
        doubtful
        rating
        ratingWithout
      }
    }
  }
`);

graphql(`
  fragment DoubtedLine on DoubtedReview {
    id
    orderId
    product
    score
    message
    answeredAt
    suspicion
    reasons
    copies
    inBurst
    expected
    verdict
    judgedBy
    judgedAt
  }
`);

export const doubtedQuery = graphql(`
  query DoubtedReviews($first: Int!, $where: DoubtedReviewWhere) {
    doubtedReviews(first: $first, where: $where) {
      totalCount
      nodes {
        ...DoubtedLine
      }
    }
  }
`);

export const judgeMutation = graphql(`
  mutation JudgeReview($id: ID!, $verdict: ReviewVerdict) {
    judgeReview(id: $id, verdict: $verdict) {
      judged {
        ...DoubtedLine
      }
      userErrors {
        ...UserErrorLine
      }
    }
  }
`);
