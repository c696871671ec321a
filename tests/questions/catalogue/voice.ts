import { count, mean, people, percentile, seconds, share, sum, type Asked } from './form.ts';

const stars = (part: string): Asked => ({
  rows: 'asked.orders',
  on: 'ordered_on',
  above: `coalesce(sum(${part}), 0)`,
  below: 'coalesce(sum(r.reviews), 0)',
});
const reviews = 'asked.reviews';
const written = 'answered_on';
const badAtFirst = 'r.first_score <= 2';
const surveys = 'asked.surveys';
const answered = 'r.answered_at is not null and r.score is not null';
const csatOf = (subject: string): Asked =>
  mean(surveys, 'answered_on', 'r.score', `r.kind = 'csat' and r.subject = '${subject}' and ${answered}`);
const unhappy = `(r.kind = 'csat' and r.score <= 3 or r.kind = 'nps' and r.score <= 6 or r.kind = 'ces' and r.score <= 4)`;
const replyTime = seconds('r.answered_at', 'r.replied_at');
const inTwoWeeks = 'r.answered_on <= r.sent_on + 14';

export const voice: Readonly<Record<string, Asked>> = {
  AVERAGE_REVIEW_SCORE: stars('r.stars'),
  POSITIVE_REVIEW_RATE: stars('r.s4 + r.s5'),
  NEGATIVE_REVIEW_RATE: stars('r.s1 + r.s2'),
  ONE_STAR_SHARE: stars('r.s1'),
  TWO_STAR_SHARE: stars('r.s2'),
  THREE_STAR_SHARE: stars('r.s3'),
  FOUR_STAR_SHARE: stars('r.s4'),
  FIVE_STAR_SHARE: stars('r.s5'),
  REVIEW_RATE: share('asked.orders', 'ordered_on', 'r.reviews > 0', `r.status = 'delivered'`),
  REVIEWS: sum('asked.orders', 'ordered_on', 'r.reviews'),
  REVIEWS_RECEIVED: count(reviews, written),
  POSITIVE_SHARE_RECEIVED: share(reviews, written, 'r.score >= 4'),
  POSITIVE_SHARE_WRITTEN: share(reviews, written, 'r.score >= 4', `r.source = 'written'`),
  BAD_REVIEW_RATE: share(reviews, written, 'r.score = 1'),
  REVIEW_REPLY_48H_RATE: share(
    reviews,
    'reply_due_on',
    `r.replied_at <= r.answered_at + interval '48 hours'`,
    `${badAtFirst} and r.reply_due_on <= r.as_of`,
  ),
  BAD_REVIEW_REPLY_HOURS_P50: percentile(reviews, written, replyTime, 0.5, 3600, badAtFirst),
  BAD_REVIEW_RECOVERY_RATE: share(
    reviews,
    written,
    `r.score >= 4 and r.changed_at <= r.answered_at + interval '30 days' or r.followed_well`,
    `${badAtFirst} and not r.follow_up and r.answered_on + 30 <= r.as_of`,
  ),
  REVIEW_INVITATION_RATE: share(
    'asked.messages',
    'sent_on',
    'r.reviewed',
    `r.kind = 'review_invitation' and r.sent_on + 30 <= r.as_of`,
  ),
  INVITED_SHARE: share(reviews, written, 'r.invited'),
  FOLLOW_UP_SHARE: share(reviews, written, 'r.follow_up'),
  DSR_DESCRIPTION: csatOf('product'),
  DSR_SERVICE: csatOf('service'),
  DSR_LOGISTICS: csatOf('delivery'),
  NPS_RESPONSE_RATE: share(surveys, 'sent_on', inTwoWeeks, `r.kind = 'nps' and r.sent_on + 14 <= r.as_of`),
  SURVEY_RESPONSE_RATE: share(surveys, 'sent_on', inTwoWeeks, 'r.sent_on + 14 <= r.as_of'),
  CLOSED_LOOP_RATE: share(
    surveys,
    'answered_on',
    '(r.closed_at at time zone r.zone)::date <= r.answered_on + 14',
    `${unhappy} and r.answered_on + 14 <= r.as_of`,
  ),
  NPS: {
    rows: surveys,
    on: 'answered_on',
    above: `count(*) filter (where r.kind = 'nps' and r.score >= 9) - count(*) filter (where r.kind = 'nps' and r.score <= 6)`,
    below: `count(*) filter (where r.kind = 'nps' and r.score is not null)`,
    times: 100,
  },
};

const referrals = 'asked.referrals';
const ripe = 'r.referred_on + 90 <= r.as_of';
const mentions = 'asked.mentions';
const judged = 'r.sentiment is not null';
const followedBy = (rating: string): Asked =>
  share(
    'asked.cases',
    'opened_on',
    'r.referred_on_next <= r.opened_on + 90',
    `${rating} and r.opened_on + 90 <= r.as_of`,
  );
const recommended = `exists (select from asked.referrals f where f.customer_id = r.customer_id and f.referred_on between r.ordered_on and r.ordered_on + 90)`;

export const reputation: Readonly<Record<string, Asked>> = {
  REFERRALS: count(referrals, 'referred_on'),
  REFERRAL_RATE: people(
    'asked.orders',
    'ordered_on',
    recommended,
    'r.identified and r.first_of_day and r.ordered_on + 90 <= r.as_of',
  ),
  REFERRAL_JOIN_RATE: share(referrals, 'referred_on', 'r.joined_on <= r.referred_on + 90', ripe),
  REFERRAL_CONVERSION_RATE: share(referrals, 'referred_on', 'r.ordered_on <= r.referred_on + 90', ripe),
  REFERRAL_AFTER_GOOD_CONTACT_RATE: followedBy('r.csat >= 4'),
  REFERRAL_AFTER_BAD_CONTACT_RATE: followedBy('r.csat <= 3'),
  DAYS_TO_NEXT_REFERRAL_P50: percentile(referrals, 'referred_on', '(r.next_on - r.referred_on)', 0.5),
  MENTIONS: count(mentions, 'mentioned_on'),
  MENTION_POSITIVE_SHARE: share(mentions, 'mentioned_on', 'r.sentiment > 0', judged),
  MENTION_NEGATIVE_SHARE: share(mentions, 'mentioned_on', 'r.sentiment < 0', judged),
  MENTION_RESPONSE_HOURS_P50: percentile(
    mentions,
    'mentioned_on',
    seconds('r.mentioned_at', 'r.responded_at'),
    0.5,
    3600,
  ),
  MENTION_RESPONSE_24H_RATE: share(
    mentions,
    'mentioned_on',
    `r.responded_at <= r.mentioned_at + interval '24 hours'`,
    'r.sentiment < 0 and r.over_24h_on <= r.as_of',
  ),
  MENTION_REACH: sum(mentions, 'mentioned_on', 'r.reach'),
};
