import { fairnessOf, type Fairness, type FairnessRequest, type RatingWithAndWithout } from '@rapport/model/findings';
import type { Queryable } from '@rapport/model/schema';
import type { LocalizedText, Role } from '@rapport/model/vocabulary';
import { fewestShown } from '../../platform/graphql/few.ts';
import type { ReviewFairness } from './fairness.type.ts';

const stars = (rating: number | null): string => (rating === null ? '–' : rating.toFixed(2));
const percent = (share: number | null): string => `${((share ?? 0) * 100).toFixed(1)}%`;
const grouped = (count: number): string => count.toLocaleString('en-US');

function answerOf(found: Fairness, isTold: boolean, isOpenTold: boolean): LocalizedText {
  const { doubtful, reviews, rating, ratingWithout, share, open } = found;
  if (reviews === 0) return { en: 'No reviews were written in this period.', zh: '该时段内没有评价。' };
  if (doubtful === 0)
    return {
      en: `None of ${grouped(reviews)} reviews is doubtful: the rating of ${stars(rating)} stands.`,
      zh: `${grouped(reviews)} 条评价中没有可疑评价，评分 ${stars(rating)} 可信。`,
    };
  if (!isTold) return { en: 'Hardly any review is doubtful.', zh: '几乎没有可疑评价。' };
  const waiting = {
    en: isOpenTold ? ` ${grouped(open)} wait for a decision.` : '',
    zh: isOpenTold ? `其中 ${grouped(open)} 条待判定。` : '',
  };
  return {
    en: `${grouped(doubtful)} of ${grouped(reviews)} reviews (${percent(share)}) are doubtful; without them the rating is ${stars(ratingWithout)} instead of ${stars(rating)}.${waiting.en}`,
    zh: `${grouped(reviews)} 条评价中有 ${grouped(doubtful)} 条（${percent(share)}）可疑；剔除后评分为 ${stars(ratingWithout)}，剔除前为 ${stars(rating)}。${waiting.zh}`,
  };
}

/** Products of whose doubtful reviews enough are told that those of all others, with the whole, tell of none or of enough. */
function toldProducts(
  { doubtful, products }: Fairness,
  least: number,
  enough: (one: RatingWithAndWithout) => boolean,
): Set<RatingWithAndWithout> {
  const told = products.filter(enough).toSorted((a, b) => b.doubtful - a.doubtful);
  const restOf = (): number => told.reduce((rest, one) => rest - one.doubtful, doubtful);
  for (let rest = restOf(); rest > 0 && rest < least && told.length > 0; rest = restOf()) told.pop();
  return new Set(told);
}

const nothing = { reviews: null, doubtful: null, rating: null, ratingWithout: null };

/** Executives are told of five reviews or none: of a product with fewer that are doubtful, nothing. */
export async function readFairness(db: Queryable, request: FairnessRequest, role: Role): Promise<ReviewFairness> {
  const found = await fairnessOf(db, request);
  const least = fewestShown(role);
  const tell = (count: number): number | null => (count > 0 && count < least ? null : count);
  const enough = ({ reviews, doubtful }: RatingWithAndWithout): boolean =>
    (doubtful === 0 || doubtful >= least) && (reviews === 0 || reviews >= least);
  const isTold = enough(found);
  const told = isTold ? toldProducts(found, least, enough) : new Set(found.products.filter(enough));
  // Of the doubtful, who is judged and who waits: one of them would tell the other.
  const isSplitTold = tell(found.open) !== null && tell(found.judgedFake) !== null;
  return {
    ...found,
    ...(isTold ? {} : { ...nothing, share: null, shareInterval: null }),
    answer: answerOf(found, isTold, isSplitTold),
    reasons: found.reasons.map((reason) => ({ ...reason, reviews: tell(reason.reviews) })),
    products: found.products.map((one) => (told.has(one) ? one : { ...one, ...nothing })),
    open: isSplitTold ? found.open : null,
    judgedFake: isSplitTold ? found.judgedFake : null,
    judgedGenuine: tell(found.judgedGenuine),
  };
}
