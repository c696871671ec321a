import { answerMetrics, type DimensionFilter } from '../../metrics/index.ts';
import { Z95 } from '../../statistics/index.ts';
import type { LocalizedText } from '../../vocabulary/index.ts';
import { addDays } from '../initiatives/index.ts';
import type { EvidencePart } from './answer.ts';
import { AROUND, readAroundBadReviews } from './bad-reviews.reader.ts';
import { sharesApart, type Asked } from './figures.ts';
import { compared, directionOf, empty, percentText } from './part.ts';

const both = (en: string, zh: string): LocalizedText => ({ en, zh });

interface Half {
  ratings: string[];
  seen: number;
  bought: number;
}

const halfOf = (points: readonly { rating: string; seen: number; bought: number }[]): Half => ({
  ratings: points.map(({ rating }) => rating),
  seen: points.reduce((total, { seen }) => total + seen, 0),
  bought: points.reduce((total, { bought }) => total + bought, 0),
});

/** Products seen and bought by the rating shown, cut where half of the views lie below. */
async function halves({ reading, period }: Asked, where: DimensionFilter[]) {
  const { db, access, bounds } = reading;
  const asked = {
    metrics: ['VIEW_CONVERSION_RATE' as const],
    period,
    by: ['DISPLAYED_RATING' as const],
    where,
    limit: 100,
  };
  const { series } = await answerMetrics(db, asked, access, bounds);
  const shown = series
    .flatMap(({ key, points: [point] }) =>
      key[0]?.value && point ? [{ rating: key[0].value, seen: point.sample, bought: point.numerator ?? 0 }] : [],
    )
    .toSorted((a, b) => Number(a.rating) - Number(b.rating));
  const all = halfOf(shown).seen;
  let below = 0;
  const at = Math.max(
    1,
    shown.findIndex(({ seen }) => (below += seen) > all / 2),
  );
  const cut = shown[at];
  return cut && series[0]
    ? { head: series[0].metric, low: halfOf(shown.slice(0, at)), high: halfOf(shown.slice(at)), at: cut.rating }
    : null;
}

async function byDisplayedRating(asked: Asked): Promise<EvidencePart> {
  const title = both('Conversion by the rating on the page', '按页面展示评分的转化');
  const where: DimensionFilter[] = [{ dimension: 'SHOP', in: [asked.shop] }];
  const found = await halves(asked, where);
  if (!found)
    return empty(
      title,
      'ASSOCIATION',
      both('No ratings shown on pages are delivered to this system.', '系统未接入商品页展示评分。'),
    );
  const { high, low, at, head } = found;
  const side = (label: LocalizedText, { ratings, seen, bought }: Half) => ({
    label,
    value: seen > 0 ? bought / seen : null,
    numerator: bought,
    denominator: seen,
    rows: {
      metric: 'VIEW_CONVERSION_RATE' as const,
      period: asked.period,
      where: [...where, { dimension: 'DISPLAYED_RATING' as const, in: ratings }],
    },
  });
  const these = side(both(`${at} stars or more`, `${at} 分及以上`), high);
  const those = side(both('less', '低于此分'), low);
  return compared({
    title,
    metric: head,
    these,
    those,
    apart: sharesApart(these, those),
    claimed: null,
    caveat: both(
      'Better goods are rated better and sell better: the rating need not be what sells them.',
      '好商品评分高、卖得也好：未必是评分带来的销量。',
    ),
  });
}

async function aroundBadReviews({ reading, shop, period }: Asked): Promise<EvidencePart> {
  const title = both('Orders after a bad review became visible', '差评公开后的订单');
  const { reviews, before, after, expected } = await readAroundBadReviews(reading.db, shop, period);
  if (before === 0 || after === 0 || expected === 0)
    return empty(
      title,
      'ASSOCIATION',
      both('No bad review became visible on a product that sold.', '没有在售商品出现可见差评。'),
    );
  const ratio = after / expected;
  const half = Z95 * Math.sqrt(1 / after + 1 / before);
  const range = { low: ratio * Math.exp(-half) - 1, high: ratio * Math.exp(half) - 1, method: 'poisson-ratio' };
  const percent = (share: number) => percentText(share, 1);
  const side = (label: LocalizedText, value: number) => ({
    label,
    value,
    numerator: value,
    denominator: reviews,
    rows: null,
  });
  return {
    ...empty(title, 'ASSOCIATION', both(
      `In the ${AROUND} days after ${reviews.toLocaleString('en')} bad reviews the products sold ${percent(ratio - 1)} (95% interval ${percent(range.low)} to ${percent(range.high)}) against what all products did in the same days.`,
      `${reviews.toLocaleString('en')} 条差评公开后 ${AROUND} 天内，相关商品销量与同期全店走势相比 ${percent(ratio - 1)}（95% 区间 ${percent(range.low)} 至 ${percent(range.high)}）。`,
    )),
    verdict: directionOf(range, -1),
    relative: ratio - 1,
    relativeInterval: range,
    these: side(both(`Lines in the ${AROUND} days after`, `之后 ${AROUND} 天的订单行`), after),
    those: side(both('To be expected', '预期'), Math.round(expected)),
    caveat: both(
      'Bad reviews come when much was sold shortly before, so that sales fall back by themselves: the fall is an upper bound.',
      '差评常在热销之后出现，销量本会回落：该降幅是上限。',
    ),
  }; // prettier-ignore
}

/** Views are many and kept in no rollup: so many days tell enough. */
const LATEST = { views: 60, reviews: 180 };
const latest = (asked: Asked, days: number): Asked => ({
  ...asked,
  period: { from: addDays(asked.asOf, 1 - days), to: asked.asOf },
});

/** Displayed reviews change what others buy; bad reviews cost sales. */
export const reviewsSeen = async (asked: Asked): Promise<EvidencePart[]> => [
  await byDisplayedRating(latest(asked, LATEST.views)),
  await aroundBadReviews(latest(asked, LATEST.reviews)),
];
