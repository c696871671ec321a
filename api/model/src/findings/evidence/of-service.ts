import type { LocalizedText } from '../../vocabulary/index.ts';
import { addDays } from '../initiatives/index.ts';
import type { EvidencePart } from './answer.ts';
import { figure, figuresApart, LEAST_COMPARED, sharesApart, type Asked } from './figures.ts';
import { programmesOn } from './of-programmes.ts';
import { compared, empty, shareText, sizeOf } from './part.ts';
import type { Themed } from './programmes.ts';
import { readReferring, REFERRING_DAYS } from './referrals-after-contact.reader.ts';
import { reviewsAfterContact } from './reviews-after-contact.reader.ts';
import { wilson } from '../../statistics/index.ts';

const both = (en: string, zh: string): LocalizedText => ({ en, zh });

export const fasterService = (asked: Asked, programmes: readonly Themed[]): Promise<EvidencePart[]> =>
  programmesOn(
    asked,
    programmes,
    ['FASTER_SERVICE'],
    [
      { title: both('Satisfaction (CSAT)', '满意度（CSAT）'), metric: 'CSAT', claimed: 0.15 },
      {
        title: both('Positive reviews after a contact', '服务接触后的好评率'),
        metric: 'POSITIVE_REVIEW_RATE',
        claimed: 0.2,
        source: reviewsAfterContact,
      },
    ],
  );

/** About 40 % of customers with a satisfying contact recommend the shop. */
export async function recommending(asked: Asked): Promise<EvidencePart[]> {
  const { satisfied, satisfiedReferring, others, othersReferring } = await readReferring(
    asked.reading.db,
    asked.shop,
    asked.asOf,
  );
  const title = both('Customers who recommend the shop', '推荐店铺的顾客');
  const range = wilson(satisfiedReferring, satisfied);
  if (!range || satisfied < LEAST_COMPARED)
    return [empty(title, 'SHARE', both('Too few contacts were rated yet.', '服务评分太少。'))];
  const share = satisfiedReferring / satisfied;
  const behind = await figure(asked, 'REFERRAL_AFTER_GOOD_CONTACT_RATE', { label: both('', '') });
  const side = (label: LocalizedText, numerator: number, denominator: number) => ({
    label, numerator, denominator, value: denominator > 0 ? numerator / denominator : null, rows: null,
  }); // prettier-ignore
  const these = {
    ...side(both('After a satisfying contact', '有过满意的服务'), satisfiedReferring, satisfied),
    rows: behind.side.rows,
  };
  const those = side(both('Without one', '没有'), othersReferring, others);
  const size = sizeOf(0.4, range);
  const apart = sharesApart(these, those);
  return [
    {
      ...empty(title, 'SHARE', both(
        `${shareText(share)} (95% interval ${shareText(range.low)} to ${shareText(range.high)}) recommend the shop within ${REFERRING_DAYS} days, against ${shareText(those.value ?? 0)} of the others.`,
        `${shareText(share)}（95% 区间 ${shareText(range.low)} 至 ${shareText(range.high)}）在 ${REFERRING_DAYS} 天内推荐了店铺，其他顾客为 ${shareText(those.value ?? 0)}。`,
      )),
      metric: behind.head,
      verdict: size === 'SMALLER_HERE' ? 'NOT_SUPPORTED' : 'SUPPORTED',
      claimed: 0.4,
      claimedSize: size,
      value: share,
      interval: range,
      relative: apart?.relative ?? null,
      relativeInterval: apart?.relativeInterval ?? null,
      these,
      those,
      caveat: both('That one follows the other does not say that it comes of it.', '先后相随不代表因果。'),
    },
  ]; // prettier-ignore
}

async function daysBetweenReferrals(asked: Asked): Promise<EvidencePart> {
  const earlier = { from: addDays(asked.period.from, -365), to: addDays(asked.period.to, -365) };
  const now = await figure(asked, 'DAYS_TO_NEXT_REFERRAL_P50', { label: both('the last year', '近一年') });
  const then = await figure(asked, 'DAYS_TO_NEXT_REFERRAL_P50', {
    label: both('the year before', '上一年'),
    period: earlier,
  });
  return compared({
    title: both('Days to the next recommendation', '再次推荐间隔'),
    metric: now.head,
    these: now.side,
    those: then.side,
    apart: figuresApart(now, then),
    claimed: null,
    wanted: -1,
    kind: 'TREND',
    caveat: both('A change over time has many causes.', '随时间的变化可能有多种原因。'),
  });
}

/** Better after-sales service: recommendation +30 %, and it spreads faster. */
export async function wordOfMouth(asked: Asked, programmes: readonly Themed[]): Promise<EvidencePart[]> {
  const effects = await programmesOn(
    asked,
    programmes,
    ['AFTER_SALES'],
    [
      {
        title: both('Recommendation after a good contact', '满意服务后推荐率'),
        metric: 'REFERRAL_AFTER_GOOD_CONTACT_RATE',
        claimed: 0.3,
      },
      { title: both('Net promoter score', '净推荐值'), metric: 'NPS', claimed: null },
    ],
  );
  return [...effects, await daysBetweenReferrals(asked)];
}

/** Assisted shopping: satisfaction +18 %, time to solve a consultation −30 %. */
export const assistedShopping = (asked: Asked, programmes: readonly Themed[]): Promise<EvidencePart[]> => {
  const preSale = [{ dimension: 'PHASE', values: ['pre_sale'] }];
  return programmesOn(
    asked,
    programmes,
    ['ASSISTED_SHOPPING', 'FASTER_SERVICE'],
    [
      {
        title: both('Satisfaction with consultations', '售前咨询满意度'),
        metric: 'CSAT',
        claimed: 0.18,
        within: preSale,
      },
      {
        title: both('Time to solve a consultation', '咨询解决时长'),
        metric: 'RESOLUTION_HOURS_P50',
        claimed: -0.3,
        wanted: -1,
        within: preSale,
      },
    ],
  );
};

/** Good after-sales: loyalty +35 %, positive public mentions +40 %. */
export async function afterSales(asked: Asked, programmes: readonly Themed[]): Promise<EvidencePart[]> {
  const mentions = await programmesOn(
    asked,
    programmes,
    ['AFTER_SALES'],
    [{ title: both('Positive public mentions', '正面公开提及'), metric: 'MENTION_POSITIVE_SHARE', claimed: 0.4 }],
  );
  const after = async (label: LocalizedText, part: 'GOOD' | 'BAD') =>
    figure(asked, part === 'GOOD' ? 'REFERRAL_AFTER_GOOD_CONTACT_RATE' : 'REFERRAL_AFTER_BAD_CONTACT_RATE', {
      label,
      where: [{ dimension: 'PHASE', in: ['after_sale'] }],
    });
  const good = await after(both('rated 4 or 5', '评 4–5 分'), 'GOOD');
  const bad = await after(both('rated 1 to 3', '评 1–3 分'), 'BAD');
  const goes = compared({
    title: both('Recommendation after after-sales contacts', '售后服务后的推荐'),
    metric: good.head,
    these: good.side,
    those: bad.side,
    apart: sharesApart(good.side, bad.side),
    claimed: null,
    caveat: both(
      'Loyalty itself cannot be held against groups: it is a level of the whole shop.',
      '忠诚顾客占比是全店存量，无法按分组对比。',
    ),
  });
  return [...mentions, goes];
}
