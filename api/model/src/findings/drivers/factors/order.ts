import type { Factor } from '../types.ts';

/** What was ordered, by whom, and when. */
export const orderFactors = {
  ORDER_VALUE: {
    kind: 'quantity',
    label: { en: 'Value of the order', zh: '订单金额' },
    step: { en: 'each doubling of the value', zh: '订单金额每翻一倍' },
    sql: 'case when j.items_minor > 0 then log(2, j.items_minor::numeric)::float8 end',
    bands: 'fifths',
  },
  FREIGHT_SHARE: {
    kind: 'quantity',
    label: { en: 'Freight against the goods', zh: '运费占比' },
    step: { en: 'each 10 points more of freight', zh: '运费占比每多 10 个百分点' },
    sql: 'case when j.items_minor + j.freight_minor > 0 then 10.0 * j.freight_minor / (j.items_minor + j.freight_minor) end',
    bands: [
      { from: 0, label: { en: 'No freight', zh: '包邮' } },
      { from: 1e-9, label: { en: 'Up to a tenth', zh: '不超过一成' } },
      { from: 1, label: { en: 'A tenth to a fifth', zh: '一成到两成' } },
      { from: 2, label: { en: 'More than a fifth', zh: '超过两成' } },
    ],
  },
  CATEGORY: {
    kind: 'choice',
    dimension: 'CATEGORY',
    label: { en: 'Category', zh: '品类' },
    sql: `case when cardinality(j.categories) = 1 then j.categories[1] when cardinality(j.categories) > 1 then '+' end`,
  },
  PAYMENT_FAILED: {
    kind: 'flag',
    label: { en: 'A payment attempt failed', zh: '支付曾失败' },
    sql: 'case when j.payment_attempts > 0 then (j.payment_failures > 0)::integer end',
  },
  REVIEWS_READ: {
    kind: 'flag',
    label: { en: 'Read reviews before buying', zh: '购前看过评价' },
    sql: 'j.reviews_read::integer',
  },
  FIRST_ORDER: {
    kind: 'flag',
    label: { en: 'First order of the customer', zh: '顾客首单' },
    sql: `(j.first_or_repeat = 'first')::integer`,
    applies: { to: { en: 'known customers', zh: '可识别的顾客' }, where: 'j.identified' },
  },
  TIER: {
    kind: 'choice',
    dimension: 'TIER',
    label: { en: 'Membership tier', zh: '会员等级' },
    sql: `coalesce(j.tier, '')`,
  },
  PEAK: {
    kind: 'flag',
    label: { en: 'Ordered in a peak', zh: '大促或节假日下单' },
    sql: `(j.peak = 'peak')::integer`,
  },
} as const satisfies Record<string, Factor>;
