import { nps } from './nps.ts';
import { referralsMade } from './referrals.ts';
import { referralRate } from './referral-rate.ts';
import { referralJoinRate } from './referral-join-rate.ts';
import { referralConversionRate } from './referral-conversion-rate.ts';
import { referralAfterGoodContactRate } from './referral-after-good-contact-rate.ts';
import { referralAfterBadContactRate } from './referral-after-bad-contact-rate.ts';
import { daysToNextReferralP50 } from './days-to-next-referral-p50.ts';
import { mentionsMade } from './mentions.ts';
import { mentionPositiveShare } from './mention-positive-share.ts';
import { mentionNegativeShare } from './mention-negative-share.ts';
import { mentionResponseHoursP50 } from './mention-response-hours-p50.ts';
import { mentionResponse24hRate } from './mention-response-24h-rate.ts';
import { mentionReach } from './mention-reach.ts';

export const reputation = [
  nps,
  referralsMade,
  referralRate,
  referralJoinRate,
  referralConversionRate,
  referralAfterGoodContactRate,
  referralAfterBadContactRate,
  daysToNextReferralP50,
  mentionsMade,
  mentionPositiveShare,
  mentionNegativeShare,
  mentionResponseHoursP50,
  mentionResponse24hRate,
  mentionReach,
] as const;
