import {
  channels,
  messageKinds,
  referralChannels,
  reviewSources,
  surveyKinds,
  surveySubjects,
} from '@rapport/model/vocabulary';
import { againstPromise, joined, named, said, same, type Told, type Tone, type WordsOf } from './told.ts';

interface SurveyFacts {
  kind: string;
  subject: string | null;
  score: number | null;
  comment: string | null;
}

interface ReviewFacts {
  score: number;
  message: string | null;
  source: string | null;
  again: boolean;
}

interface MessageFacts {
  kind: string;
  channel: string;
  offer: string | null;
  heldOut: boolean;
  opened: boolean;
}

interface ReferralFacts {
  channel: string | null;
}

export interface FactsOfVoice {
  REVIEW_INVITED: null;
  REVIEW_ANSWERED: ReviewFacts;
  REVIEW_REPLIED: { reply: string | null };
  REVIEW_CHANGED: { from: number | null; to: number };
  SURVEY_SENT: SurveyFacts;
  SURVEY_ANSWERED: SurveyFacts;
  SURVEY_CLOSED: SurveyFacts;
  MESSAGE: MessageFacts;
  REFERRED: ReferralFacts;
  FRIEND_JOINED: ReferralFacts;
  FRIEND_ORDERED: ReferralFacts;
}

const stars = (score: number): string => (score === 1 ? 'star' : 'stars');
const ofScore = (score: number, good: number, bad: number): Tone =>
  score >= good ? 'good' : score <= bad ? 'bad' : 'neutral';

function reviewed({ score, message, source, again }: ReviewFacts): Told {
  const title = again
    ? { en: `Follow-up review: ${score} ${stars(score)}`, zh: `追评：${score} 星` }
    : { en: `Review: ${score} ${stars(score)}`, zh: `评价：${score} 星` };
  const given = source === 'default' || source === 'rewarded' ? [reviewSources[source]] : [];
  const words = [...given, ...(message ? [same(message)] : [])];
  return { title, ...(words.length > 0 ? { detail: joined(words) } : {}), tone: ofScore(score, 4, 2) };
}

/** From which answer a customer is content, and up to which not, on the scale of each kind. */
const scales: Record<string, { good: number; bad: number; of: number }> = {
  csat: { good: 4, bad: 2, of: 5 },
  nps: { good: 9, bad: 6, of: 10 },
  ces: { good: 5, bad: 3, of: 7 },
};

function answered({ kind, subject, score, comment }: SurveyFacts): Told {
  const scale = scales[kind];
  const asked = named(surveyKinds, kind);
  const about = subject ? [named(surveySubjects, subject)] : [];
  const detail = joined([...about, ...(comment ? [same(comment)] : [])]);
  const title =
    score === null || !scale
      ? { en: `Answered: ${asked.en}`, zh: `问卷已答：${asked.zh}` }
      : { en: `Survey: ${score} of ${scale.of}`, zh: `问卷：${score} 分（满分 ${scale.of} 分）` };
  const tone = score === null || !scale ? 'neutral' : ofScore(score, scale.good, scale.bad);
  return { title, ...(detail.en ? { detail } : {}), tone };
}

function told({ kind, channel, offer, heldOut, opened }: MessageFacts, gapSeconds: number | null): Told {
  const what = named(messageKinds, kind);
  if (heldOut)
    return {
      title: { en: `${what.en}: held out to compare`, zh: `${what.zh}：对照组，未发送` },
      tone: 'neutral',
    };
  const words = [
    named(channels, channel),
    ...(offer ? [same(offer)] : []),
    ...(opened ? [{ en: 'opened', zh: '已读' }] : []),
    ...againstPromise(gapSeconds),
  ];
  return { title: what, detail: joined(words), tone: gapSeconds !== null && gapSeconds > 0 ? 'bad' : 'neutral' };
}

const by = ({ channel }: ReferralFacts): Pick<Told, 'detail'> =>
  channel ? { detail: named(referralChannels, channel) } : {};

export const wordsOfVoice: WordsOf<FactsOfVoice> = {
  REVIEW_INVITED: () => ({ title: { en: 'Asked for a review', zh: '邀请评价' }, tone: 'neutral' }),
  REVIEW_ANSWERED: reviewed,
  REVIEW_REPLIED: ({ reply }) => ({
    title: { en: 'The shop answered the review', zh: '店铺回复评价' },
    ...said(reply),
    tone: 'neutral',
  }),
  REVIEW_CHANGED: ({ from, to }) => ({
    title:
      from === null
        ? { en: `Review changed to ${to} ${stars(to)}`, zh: `评价改为 ${to} 星` }
        : { en: `Review changed from ${from} to ${to} ${stars(to)}`, zh: `评价由 ${from} 星改为 ${to} 星` },
    tone: from === null || from === to ? 'neutral' : to > from ? 'good' : 'bad',
  }),
  SURVEY_SENT: ({ subject }) => ({
    title: { en: 'Survey sent, not answered', zh: '问卷已发，未回答' },
    ...(subject ? { detail: named(surveySubjects, subject) } : {}),
    tone: 'neutral',
  }),
  SURVEY_ANSWERED: answered,
  SURVEY_CLOSED: () => ({
    title: { en: 'Told what came of the answer', zh: '已向顾客反馈处理结果' },
    tone: 'good',
  }),
  MESSAGE: (facts, { gapSeconds }) => told(facts, gapSeconds),
  REFERRED: (facts) => ({
    title: { en: 'Recommended the shop to a friend', zh: '向好友推荐店铺' },
    ...by(facts),
    tone: 'good',
  }),
  FRIEND_JOINED: () => ({ title: { en: 'The friend became a customer', zh: '好友成为顾客' }, tone: 'good' }),
  FRIEND_ORDERED: () => ({ title: { en: 'The friend placed a first order', zh: '好友首次下单' }, tone: 'good' }),
};
