import { describe, expect, it } from 'vitest';

import type { MetricPoint } from '../metric/types.ts';
import { answer, around, comparison, head, point, series, slice } from './answer.seed.ts';
import { answerMembership } from './membership.ts';
import { answerProducts } from './products.ts';
import { answerVoice } from './voice.ts';

const share = (value: number, half = 0.01, change: Partial<MetricPoint> = {}) =>
  point(value, { interval: around(value, half), sample: 480, ...change });
const few = share(0.5, 0.3, { status: 'TOO_FEW', sample: 7 });
const nothing = point(null, { sample: 0 });
const both = <Facts>(say: (facts: Facts, lang: 'en' | 'zh') => { lead: string; rest: string | null }, facts: Facts) =>
  (['en', 'zh'] as const).map((lang) => {
    const said = say(facts, lang);
    return `${said.lead} | ${said.rest}`;
  });

describe('the answer of reviews and word of mouth', () => {
  const totals = (received: MetricPoint, written?: MetricPoint, replied?: MetricPoint) =>
    answer([
      series('POSITIVE_SHARE_RECEIVED', [received]),
      ...(written ? [series('POSITIVE_SHARE_WRITTEN', [written])] : []),
      ...(replied ? [series('REVIEW_REPLY_48H_RATE', [replied])] : []),
    ]);
  const tone = (good: MetricPoint, bad: MetricPoint) =>
    answer([series('MENTION_POSITIVE_SHARE', [good]), series('MENTION_NEGATIVE_SHARE', [bad])]);
  const referred = (good: MetricPoint, bad: MetricPoint) =>
    answer([series('REFERRAL_AFTER_GOOD_CONTACT_RATE', [good]), series('REFERRAL_AFTER_BAD_CONTACT_RATE', [bad])]);
  const none = { mentions: undefined, referrals: undefined };

  it('says the share, the flattery in it, the answers, the public tone and who recommends', () => {
    const facts = {
      totals: totals(share(0.838, 0.03, { comparisons: [comparison()] }), share(0.818), share(0.589)),
      mentions: tone(share(0.2), share(0.4)),
      referrals: referred(share(0.38), share(0.08)),
    };
    expect(both(answerVoice, facts)).toEqual([
      '83.8% of reviews are positive, up 7.4 points. | Without default and rewarded ones it is 81.8%. 58.9% of bad reviews were answered within 48 hours. In public, bad words prevail: 40% against 20%. After a contact rated 4 or 5, 38% refer a friend; after the others 8%.',
      '好评率 83.8%，上升 7.4 个百分点。 | 剔除默认与有奖评价后为 81.8%。差评 48 小时内回复 58.9%。公开舆情以负面为主：40% 对 20%。联系评 4–5 分者 38% 推荐好友，其余 8%。',
    ]);
  });

  it('says where nothing can be told apart, and where good words prevail', () => {
    const facts = {
      totals: totals(share(0.8), share(0.8)),
      mentions: tone(share(0.3, 0.1), share(0.35, 0.1)),
      referrals: referred(share(0.3, 0.2), share(0.2, 0.2)),
    };
    const [en, zh] = both(answerVoice, facts);
    expect(en).toBe(
      '80.0% of reviews are positive. | Default and rewarded reviews do not lift it. In public, bad (35%) and good (30%) words hold the balance. Satisfied and dissatisfied contacts are not told apart by referrals.',
    );
    expect(zh).toContain(
      '默认与有奖评价并未抬高它。公开舆情中负面（35%）与正面（30%）相当。联系是否满意，在推荐好友上看不出差别。',
    );
    const good = both(answerVoice, { ...facts, mentions: tone(share(0.6), share(0.1)), referrals: undefined });
    expect(good[0]).toContain('In public, good words prevail: 60% against 10%.');
    expect(good[1]).toContain('公开舆情以正面为主：60% 对 10%。');
  });

  it('keeps silent about what is too few, and says so of the reviews themselves', () => {
    expect(
      both(answerVoice, { totals: totals(few, few, few), mentions: tone(few, few), referrals: referred(few, few) }),
    ).toEqual(['Only 7 reviews came: too few to rate. | null', '仅收到 7 条评价，不足以评级。 | null']);
    expect(both(answerVoice, { totals: totals(nothing), ...none })).toEqual([
      'No review came in this selection. | null',
      '所选范围内没有收到评价。 | null',
    ]);
  });
});

describe('the answer of membership', () => {
  const totals = (loyal: MetricPoint, benefit = few, points = few) =>
    answer([
      series('LOYAL_CUSTOMER_SHARE', [loyal]),
      series('BENEFIT_USE_RATE', [benefit]),
      series('POINTS_REDEMPTION_RATE', [points]),
    ]);
  const next = (loyal: MetricPoint, fresh: MetricPoint) =>
    answer([
      slice('NEXT_ORDER_RATE_90D', 'LOYALTY', 'loyal', loyal),
      slice('NEXT_ORDER_RATE_90D', 'LOYALTY', 'new', fresh),
    ]);

  it('says how many are loyal, whether they come back, and what members use', () => {
    const facts = {
      totals: totals(share(0.032, 0.01, { sample: 2_473 }), share(0.121, 0.01, { sample: 3_184 }), share(0.058)),
      byLoyalty: next(share(0.451), share(0.253)),
    };
    expect(both(answerMembership, facts)).toEqual([
      '3.2% of 2,473 active customers are loyal. | 45.1% of their orders are followed by another within 90 days, 25.3% of first orders. 12.1% of 3,184 members used a benefit in a year. Of all points earned, 5.8% were spent.',
      '2,473 位活跃顾客中，忠诚顾客占 3.2%。 | 忠诚顾客 45.1% 的订单在 90 天内有下一单，新顾客为 25.3%。3,184 位会员中，一年内 12.1% 用过权益。累计发放的积分已用 5.8%。',
    ]);
  });

  it('does not compare what noise hides or what is too few', () => {
    const close = both(answerMembership, {
      totals: totals(share(0.03)),
      byLoyalty: next(share(0.3, 0.2), share(0.25, 0.2)),
    });
    expect(close[0]).toContain('not told apart');
    expect(close[1]).toContain('90 天内再次下单与新顾客无法区分：30.0% 与 25.0%。');
    const unknown = both(answerMembership, { totals: totals(share(0.03)), byLoyalty: next(few, share(0.25)) });
    expect(unknown[0]).toContain('Too few orders of loyal customers are 90 days old to compare.');
    expect(unknown[1]).toContain('忠诚顾客满 90 天的订单太少，无法比较。');
    expect(both(answerMembership, { totals: totals(share(0.03)), byLoyalty: next(few, few) })[0]).toMatch(/\| null$/);
  });

  it('says when nobody or too few have ordered', () => {
    expect(both(answerMembership, { totals: totals(few), byLoyalty: undefined })).toEqual([
      'Only 7 active customers: too few to rate their loyalty. | null',
      '活跃顾客仅 7 位，不足以评定忠诚度。 | null',
    ]);
    expect(both(answerMembership, { totals: totals(nothing), byLoyalty: undefined })).toEqual([
      'No known customer has ordered in the year up to here. | null',
      '截至此时的一年内没有已识别顾客下单。 | null',
    ]);
  });
});

describe('the answer of products and merchants', () => {
  const per10k = { metric: head('NOT_AS_DESCRIBED_RATE', { unit: 'PER_10K', decimals: 1 }) };
  const lines = (value: number, half: number, change: Partial<MetricPoint> = {}) =>
    point(value, { interval: around(value, half), sample: 1_483, ...change });
  const totals = (wrong: MetricPoint, information = few, certified = few) =>
    answer([
      series('NOT_AS_DESCRIBED_RATE', [wrong], per10k),
      series('INFORMATION_COMPLETENESS', [information], {
        metric: head('INFORMATION_COMPLETENESS', { target: { condition: 'AT_LEAST', value: 0.98 } }),
      }),
      series('CERTIFICATE_COVERAGE', [certified]),
    ]);
  const product = (name: string, only: MetricPoint) => ({
    ...slice('NOT_AS_DESCRIBED_RATE', 'PRODUCT', name, only),
    ...per10k,
  });

  const year = (...products: ReturnType<typeof product>[]) => ({
    whole: totals(lines(68.5, 8)),
    byProduct: answer(products),
  });

  it('says how often goods were not as described, which product stands out over the year, and what is missing', () => {
    const facts = {
      totals: totals(
        lines(74.2, 20, { mature: false }),
        share(0.653, 0.05, { status: 'MISSED' }),
        share(0.6, 0.1, { sample: 30 }),
      ),
      year: year(product('Kettle', lines(900, 100)), product('Cup', lines(80, 50))),
    };
    expect(both(answerProducts, facts)).toEqual([
      'Of every 10,000 lines delivered, 74.2 were not as described so far. | Over the year Kettle stands out: 900.0, against 68.5 for all. 65.3% of products say all they must, 32.7 points short of the target of 98%. Of 30 merchants who need a certificate, 60.0% hold a valid one.',
      '截至目前，每万行签收商品中有 74.2 行描述不符。 | 全年看，Kettle明显偏高：900.0 行，全部商品为 68.5 行。信息完整的商品占 65.3%，距目标 98% 还差 32.7 个百分点。须持证的 30 家商家中，证照有效的占 60.0%。',
    ]);
  });

  it('says where no product stands out or none can be rated', () => {
    const calm = both(answerProducts, { totals: totals(lines(74, 20)), year: year(product('Cup', lines(80, 50))) });
    expect(calm[0]).toMatch(/No product stands out over the year\.$/);
    expect(calm[1]).toMatch(/全年没有哪件商品明显偏高。$/);
    const unrated = both(answerProducts, { totals: totals(lines(74, 20)), year: year(product('Cup', few)) });
    expect(unrated[0]).toMatch(/No single product has sold enough in a year to be rated\.$/);
    expect(unrated[1]).toMatch(/没有哪件商品的全年销量足以单独评级。$/);
  });

  it('says when too little or nothing was delivered', () => {
    expect(both(answerProducts, { totals: totals(few), year: undefined })).toEqual([
      'Only 7 lines were delivered: too few to rate. | null',
      '仅签收 7 行商品，不足以评级。 | null',
    ]);
    expect(both(answerProducts, { totals: totals(nothing), year: undefined })).toEqual([
      'No goods were delivered in this selection. | null',
      '所选范围内没有签收的商品。 | null',
    ]);
  });
});
