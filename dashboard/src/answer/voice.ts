import { formatter, type Formatter } from '../format/index.ts';
import { seriesOf, type Lang, type MetricAnswer } from '../metric/types.ts';
import { difference } from './difference.ts';
import { sentences, type PageAnswer } from './sentence.ts';
import { mainComparison, movement, rated } from './verdict.ts';

export interface VoiceFacts {
  totals: MetricAnswer;
  /** MENTION_POSITIVE_SHARE and MENTION_NEGATIVE_SHARE. */
  mentions: MetricAnswer | undefined;
  /** REFERRAL_AFTER_GOOD_CONTACT_RATE and REFERRAL_AFTER_BAD_CONTACT_RATE. */
  referrals: MetricAnswer | undefined;
}

/** How reviews speak, how much of it is flattery, whether bad ones are answered, what the public says, and who recommends. */
export function answerVoice({ totals, mentions, referrals }: VoiceFacts, lang: Lang): PageAnswer {
  const format = formatter(lang);
  return {
    lead: leadOf(totals, format),
    rest: sentences(
      [
        writtenText(totals, format),
        replyText(totals, format),
        mentions ? mentionText(mentions, format) : null,
        referrals ? referralText(referrals, format) : null,
      ],
      format,
    ),
  };
}

const pointOf = (answer: MetricAnswer, metric: string) => rated(seriesOf(answer, metric)?.points[0]);

function leadOf(totals: MetricAnswer, format: Formatter): string {
  const series = seriesOf(totals, 'POSITIVE_SHARE_RECEIVED');
  const point = series?.points[0];
  if (!series || !point || point.value == null)
    return format.say({ en: 'No review came in this selection.', zh: '所选范围内没有收到评价。' });
  const n = format.count(point.sample);
  if (point.status === 'TOO_FEW')
    return format.say({ en: `Only ${n} reviews came: too few to rate.`, zh: `仅收到 ${n} 条评价，不足以评级。` });
  const value = format.value(point.value, series.metric);
  const moved = movement(series.metric, mainComparison(point), format);
  return format.say({ en: `${value} of reviews are positive${moved}.`, zh: `好评率 ${value}${moved}。` });
}

/** Default and rewarded reviews flatter: said where they lift the figure at all. */
function writtenText(totals: MetricAnswer, format: Formatter): string | null {
  const all = pointOf(totals, 'POSITIVE_SHARE_RECEIVED');
  const series = seriesOf(totals, 'POSITIVE_SHARE_WRITTEN');
  const own = pointOf(totals, 'POSITIVE_SHARE_WRITTEN');
  if (!series || all?.value == null || own?.value == null) return null;
  const value = format.value(own.value, series.metric);
  return own.value < all.value
    ? format.say({
        en: `Without default and rewarded ones it is ${value}.`,
        zh: `剔除默认与有奖评价后为 ${value}。`,
      })
    : format.say({ en: 'Default and rewarded reviews do not lift it.', zh: '默认与有奖评价并未抬高它。' });
}

function replyText(totals: MetricAnswer, format: Formatter): string | null {
  const series = seriesOf(totals, 'REVIEW_REPLY_48H_RATE');
  const point = pointOf(totals, 'REVIEW_REPLY_48H_RATE');
  if (!series || point?.value == null) return null;
  const value = format.value(point.value, series.metric);
  return format.say({
    en: `${value} of bad reviews were answered within 48 hours.`,
    zh: `差评 48 小时内回复 ${value}。`,
  });
}

function mentionText(mentions: MetricAnswer, format: Formatter): string | null {
  const [good, bad] = [pointOf(mentions, 'MENTION_POSITIVE_SHARE'), pointOf(mentions, 'MENTION_NEGATIVE_SHARE')];
  if (good?.value == null || bad?.value == null) return null;
  const gap = difference(bad, good);
  const [negative, positive] = [format.share(bad.value, 0), format.share(good.value, 0)];
  if (!gap?.significant)
    return format.say({
      en: `In public, bad (${negative}) and good (${positive}) words hold the balance.`,
      zh: `公开舆情中负面（${negative}）与正面（${positive}）相当。`,
    });
  return gap.value > 0
    ? format.say({
        en: `In public, bad words prevail: ${negative} against ${positive}.`,
        zh: `公开舆情以负面为主：${negative} 对 ${positive}。`,
      })
    : format.say({
        en: `In public, good words prevail: ${positive} against ${negative}.`,
        zh: `公开舆情以正面为主：${positive} 对 ${negative}。`,
      });
}

function referralText(referrals: MetricAnswer, format: Formatter): string | null {
  const good = pointOf(referrals, 'REFERRAL_AFTER_GOOD_CONTACT_RATE');
  const bad = pointOf(referrals, 'REFERRAL_AFTER_BAD_CONTACT_RATE');
  if (good?.value == null || bad?.value == null) return null;
  const [after, other] = [format.share(good.value, 0), format.share(bad.value, 0)];
  if (!difference(good, bad)?.significant)
    return format.say({
      en: 'Satisfied and dissatisfied contacts are not told apart by referrals.',
      zh: '联系是否满意，在推荐好友上看不出差别。',
    });
  return format.say({
    en: `After a contact rated 4 or 5, ${after} refer a friend; after the others ${other}.`,
    zh: `联系评 4–5 分者 ${after} 推荐好友，其余 ${other}。`,
  });
}
