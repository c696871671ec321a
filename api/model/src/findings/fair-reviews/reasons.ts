import type { LocalizedText } from '../../vocabulary/index.ts';

export interface Reason {
  code: 'copied' | 'burst' | 'new_account' | 'too_fast' | 'deviates';
  /** Of 100: what it adds to the suspicion. */
  points: number;
  label: LocalizedText;
  means: LocalizedText;
}

/** No reason alone makes a review suspicious: only those that come together. */
export const reasons: readonly Reason[] = [
  {
    code: 'copied',
    points: 45,
    label: { en: 'Copied words', zh: '文字雷同' },
    means: {
      en: 'At least three other reviews of the product within a week say nearly the same, far more than these words are used elsewhere in the shop.',
      zh: '同一商品一周内至少另有三条评价文字几乎相同，且远多于全店使用同样文字的频率。',
    },
  },
  {
    code: 'burst',
    points: 30,
    label: { en: 'Burst', zh: '集中出现' },
    means: {
      en: 'In these three days the product got far more reviews of this kind, good or bad, than its pace in the 45 days around and the shop’s own busy days explain.',
      zh: '这三天内该商品的同类（好评或差评）评价数，远超其前后 45 天的节奏及店铺整体繁忙程度所能解释的水平。',
    },
  },
  {
    code: 'new_account',
    points: 10,
    label: { en: 'New account', zh: '新注册账号' },
    means: {
      en: 'The account was made within a day before its only order.',
      zh: '账号在其唯一一笔订单前一天内注册。',
    },
  },
  {
    code: 'too_fast',
    points: 10,
    label: { en: 'Too fast', zh: '评价过快' },
    means: {
      en: 'It was written within a day of the delivery, or praised before the parcel came.',
      zh: '签收后一天内即发表，或包裹未到就已好评。',
    },
  },
  {
    code: 'deviates',
    points: 5,
    label: { en: 'Off the others', zh: '偏离众评' },
    means: {
      en: 'Its stars are 1.5 or more away from the mean of the product’s other reviews (ten at least).',
      zh: '星级与该商品其他评价（至少十条）的均值相差 1.5 星以上。',
    },
  },
];

/** From so many points on a review waits for somebody’s decision. */
export const SUSPICIOUS = 60;
/** Fewer points are not kept. */
export const KEPT = 30;

export const pointsOf = (code: Reason['code']): number => reasons.find((reason) => reason.code === code)?.points ?? 0;
