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
import { reviewsReceived } from './reviews-received.ts';
import { positiveShareReceived } from './positive-share-received.ts';
import { positiveShareWritten } from './positive-share-written.ts';
import { badReviewRate } from './bad-review-rate.ts';
import { reviewReply48hRate } from './review-reply-48h-rate.ts';
import { badReviewReplyHoursP50 } from './bad-review-reply-hours-p50.ts';
import { badReviewRecoveryRate } from './bad-review-recovery-rate.ts';
import { reviewInvitationRate } from './review-invitation-rate.ts';
import { invitedShare } from './invited-share.ts';
import { followUpShare } from './follow-up-share.ts';
import { dsrDescription } from './dsr-description.ts';
import { dsrService } from './dsr-service.ts';
import { dsrLogistics } from './dsr-logistics.ts';
import { npsResponseRate } from './nps-response-rate.ts';
import { surveyResponseRate } from './survey-response-rate.ts';
import { closedLoopRate } from './closed-loop-rate.ts';

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
  reviewsReceived,
  positiveShareReceived,
  positiveShareWritten,
  badReviewRate,
  reviewReply48hRate,
  badReviewReplyHoursP50,
  badReviewRecoveryRate,
  reviewInvitationRate,
  invitedShare,
  followUpShare,
  dsrDescription,
  dsrService,
  dsrLogistics,
  npsResponseRate,
  surveyResponseRate,
  closedLoopRate,
] as const;
