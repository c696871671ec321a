import type { EarlierVersion } from '../../grammar.ts';
import { sql } from '../../sql.ts';

export const rewardedCounted: EarlierVersion = {
  version: 1,
  since: '2026-01-01',
  description: {
    en: 'Of the reviews of the period that were not given by default, the share with 4 or 5 stars; rewarded reviews counted.',
    zh: '统计期内非默认评价中，4–5 星的占比；有奖评价计入。',
  },
  numerator: { en: 'reviews with 4 or 5 stars, none by default', zh: '非默认评价中 4–5 星数' },
  denominator: { en: 'reviews, none by default', zh: '非默认评价数' },
  needs: ['reviews.answered_at', 'reviews.source'],
  kind: 'ratio',
  part: { where: sql`j.positive` },
  whole: { where: sql`not j.by_default` },
  replaced: {
    en: 'A reward buys stars: with rewarded reviews in it, the share rose with the campaign and not with the goods.',
    zh: '返现会换来好评：计入有奖评价时，占比随活动而非商品上升。',
  },
};
