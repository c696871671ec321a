import { tiers, type LocalizedText } from '../../vocabulary/index.ts';
import { addDays } from '../initiatives/index.ts';
import type { EvidencePart } from './answer.ts';
import { figure, LEAST_COMPARED, sharesApart, type Asked } from './figures.ts';
import { programmesOn } from './of-programmes.ts';
import { compared, empty, shareText, sizeOf } from './part.ts';
import type { Themed } from './programmes.ts';

const both = (en: string, zh: string): LocalizedText => ({ en, zh });
const goesWith = both(
  'The two groups may differ in other ways too: read it as “goes with”, not as “comes of”.',
  '两组顾客在其他方面也可能不同：应理解为“相关”，而非“因果”。',
);

const LOYAL_TIERS = ['silver', 'gold', 'platinum', 'diamond'];

/** Loyal customers repurchase 20 % more: told by what they were before an order, so that it is not circular. */
export async function loyalAndNew(asked: Asked): Promise<EvidencePart[]> {
  const others = ['', ...Object.keys(tiers).filter((tier) => !LOYAL_TIERS.includes(tier))];
  const byTier = (label: LocalizedText, values: string[]) =>
    figure(asked, 'REPURCHASE_RATE_90D', { label, where: [{ dimension: 'TIER', in: values }] });
  const high = await byTier(both('silver or better at their first order', '首单时为银卡及以上'), LOYAL_TIERS);
  const low = await byTier(both('the other first-time customers', '其他首购顾客'), others);
  const byClass = (label: LocalizedText, values: string[]) =>
    figure(asked, 'NEXT_ORDER_RATE_90D', { label, where: [{ dimension: 'LOYALTY', in: values }] });
  const loyal = await byClass(both('loyal before the order', '下单前为忠诚顾客'), ['loyal']);
  const fresh = await byClass(both('new with the order', '新客'), ['new']);
  return [
    compared({
      title: both('By tier at the first order', '按首单时的会员等级'),
      metric: high.head,
      these: high.side,
      those: low.side,
      apart: sharesApart(high.side, low.side),
      claimed: 0.2,
      caveat: goesWith,
    }),
    compared({
      title: both('By loyalty before the order', '按下单前的忠诚度'),
      metric: loyal.head,
      these: loyal.side,
      those: fresh.side,
      apart: sharesApart(loyal.side, fresh.side),
      claimed: 0.2,
      caveat: goesWith,
    }),
  ];
}

/** The share of loyal customers rose. */
export async function loyalShare(asked: Asked): Promise<EvidencePart[]> {
  const { asOf } = asked;
  const at = (label: LocalizedText, day: string) =>
    figure(asked, 'LOYAL_CUSTOMER_SHARE', { label, period: { from: day, to: day } });
  const now = await at(both('now', '目前'), asOf);
  const then = await at(both('a year before', '一年前'), addDays(asOf, -365));
  const part = compared({
    title: both('Loyal customers out of active ones', '忠诚顾客占活跃顾客'),
    metric: now.head,
    these: now.side,
    those: then.side,
    apart: sharesApart(now.side, then.side),
    claimed: null,
    kind: 'TREND',
    caveat: both(
      'A shop younger than two years has fewer loyal customers a year before by definition alone: three order days take time.',
      '开店不足两年时，一年前的忠诚顾客按定义必然偏少：累积三个下单日需要时间。',
    ),
  });
  const claimed = 0.3;
  return [{ ...part, claimed, claimedSize: sizeOf(claimed, now.point?.interval ?? null) }];
}

/** Easy payment and fast logistics: order completion +25 %. */
export async function completion(asked: Asked): Promise<EvidencePart[]> {
  const by = (label: LocalizedText, dimension: 'PAYMENT_ATTEMPTS' | 'SERVICE_LEVEL', values: string[]) =>
    figure(asked, 'COMPLETION_RATE', {
      label,
      where: [{ dimension, in: values }],
      period: { ...asked.period, to: addDays(asked.asOf, -30) },
    });
  const first = await by(both('paid at the first attempt', '一次支付'), 'PAYMENT_ATTEMPTS', ['1']);
  const again = await by(both('two attempts or more', '两次及以上'), 'PAYMENT_ATTEMPTS', [
    '2',
    '3',
    '4',
    '5',
    '6',
    '7',
    '8',
    '9',
  ]);
  const fast = await by(both('same or next day', '当日达或次日达'), 'SERVICE_LEVEL', ['same_day', 'next_day']);
  const usual = await by(both('standard delivery', '标准配送'), 'SERVICE_LEVEL', ['standard']);
  const part = (title: LocalizedText, these: typeof first, those: typeof first) =>
    compared({
      title,
      metric: these.head,
      these: these.side,
      those: those.side,
      apart: sharesApart(these.side, those.side),
      claimed: 0.25,
      caveat: goesWith,
    });
  return [
    part(both('By payment', '按支付'), first, again),
    part(both('By speed of delivery', '按配送时效'), fast, usual),
  ];
}

/** Same-day and next-day delivery: satisfaction +22 %, repurchase +15 %. */
export const fastDelivery = (asked: Asked, programmes: readonly Themed[]): Promise<EvidencePart[]> =>
  programmesOn(
    asked,
    programmes,
    ['FAST_DELIVERY'],
    [
      { title: both('Review score', '评分'), metric: 'AVERAGE_REVIEW_SCORE', claimed: 0.22 },
      { title: both('Repurchase within 90 days', '90 日复购'), metric: 'REPURCHASE_RATE_90D', claimed: 0.15 },
    ],
  );

/** About 80 % of buyers read reviews first. */
export async function readersFirst(asked: Asked): Promise<EvidencePart[]> {
  const found = await figure(asked, 'REVIEW_READERS_SHARE', {
    label: both('Buyers whose visits are known', '访问已知的买家'),
  });
  const { point, side, head } = found;
  const title = both('Buyers who read reviews before they order', '下单前看过评价的买家');
  if (!point?.interval || point.value === null || point.sample < LEAST_COMPARED)
    return [
      empty(
        title,
        'SHARE',
        both('Too few visits before orders are delivered to this system.', '系统接入的下单前访问数据太少。'),
      ),
    ];
  const size = sizeOf(0.8, point.interval);
  const { low, high } = point.interval;
  return [
    {
      ...empty(title, 'SHARE', both(
        `${shareText(point.value)} of them (95% interval ${shareText(low)} to ${shareText(high)}) opened reviews in the 30 days before an order.`,
        `其中 ${shareText(point.value)}（95% 区间 ${shareText(low)} 至 ${shareText(high)}）在下单前 30 天内看过评价。`,
      )),
      metric: head,
      verdict: size === 'SMALLER_HERE' ? 'NOT_SUPPORTED' : 'SUPPORTED',
      claimed: 0.8,
      claimedSize: size,
      value: point.value,
      interval: point.interval,
      these: side,
    },
  ]; // prettier-ignore
}
