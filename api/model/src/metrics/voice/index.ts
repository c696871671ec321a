import { averageReviewScore } from './average-review-score.ts';
import { positiveReviewRate } from './positive-review-rate.ts';
import { negativeReviewRate } from './negative-review-rate.ts';
import { reviewRate } from './review-rate.ts';
import { reviews } from './reviews.ts';
import { oneStarShare } from './one-star-share.ts';
import { twoStarShare } from './two-star-share.ts';
import { threeStarShare } from './three-star-share.ts';
import { fourStarShare } from './four-star-share.ts';
import { fiveStarShare } from './five-star-share.ts';

export const voice = [
  averageReviewScore,
  positiveReviewRate,
  negativeReviewRate,
  reviewRate,
  reviews,
  oneStarShare,
  twoStarShare,
  threeStarShare,
  fourStarShare,
  fiveStarShare,
] as const;
