import { describe, expect, it } from 'vitest';

import { formatter } from '../../format/index.ts';
import { resources } from '../../i18n/resources.ts';
import { translator } from '../../i18n/translate.ts';
import { customerAnswer, storyAnswer } from './answer.ts';
import { event, scanned } from './story.seed.ts';
import { silencesOf, storiesOf } from './stories.ts';
import type { Customer360, JourneyEvent, StoryOrder } from './use-customer.ts';

const bad = { tone: 'bad' } as const;
const placed = event('ORDER_PLACED', '2026-02-01T08:00:00Z');
const stars = (n: number) => ({ title: { en: `Review: ${n} stars`, zh: `评价：${n} 星` }, ...bad });
const delivered = event('DELIVERED', '2026-02-03T08:00:00Z', { tone: 'good' });

function told(lang: 'en' | 'zh', events: JourneyEvent[], order: Partial<StoryOrder> = {}): string {
  const story = storiesOf([placed, ...events]).find(({ order: of }) => of === 'one');
  if (!story) throw new Error('The events hold no order.');
  const whole = { ...scanned(), ...order };
  const { lead, rest } = storyAnswer(
    story,
    { order: whole, silences: silencesOf(whole, 'Asia/Shanghai') },
    translator(resources[lang], lang),
    formatter(lang),
  );
  return `${lead} | ${rest}`;
}

const failed = (...values: string[]): Partial<StoryOrder> => ({ failures: values.map((value) => ({ value })) });

describe('the answer of a story', () => {
  it('says promise, failure, compensation and what the customer did next', () => {
    const events = [
      event('DELIVERED', '2026-02-08T08:00:00Z', { ...bad, gapSeconds: 200_000 }),
      event('COMPENSATED', '2026-02-09T08:00:00Z', { amount: { amount: '9.00', currency: 'CNY' } }),
      event('REVIEW_ANSWERED', '2026-02-10T08:00:00Z', stars(2)),
      event('CASE_RATED', '2026-02-11T08:00:00Z', { title: { en: 'Rated the service 5 of 5', zh: '服务评分 5 分' } }),
      event('REVIEW_CHANGED', '2026-02-12T08:00:00Z', {
        title: { en: 'Review changed from 2 to 4 stars', zh: '评价由 2 星改为 4 星' },
        tone: 'good',
      }),
      event('REFERRED', '2026-02-13T08:00:00Z', { orderId: null }),
      event('ORDER_PLACED', '2026-02-26T08:00:00Z', { orderId: 'two' }),
    ];
    const silent = scanned('2026-02-02T08:00:00Z', '2026-02-05T08:00:00Z');
    expect(told('en', events, { ...failed('late'), shipments: silent.shipments })).toBe(
      '2 d 7 h late, 3 d without a scan, a 2-star review. | Then ¥9.00 to make up for it, the service rated 5 of 5, the review raised to 4 stars, a friend referred, ordered again 18 days after it first went wrong.',
    );
    expect(told('zh', events, { ...failed('late'), shipments: silent.shipments })).toBe(
      '晚到 2 天 7 小时，3 天无轨迹，一条 2 星评价。 | 随后补偿 ¥9.00，服务评 5 分，评价改为 4 星，推荐给好友，首次出问题 18 天后再次下单。',
    );
  });

  it('tells what followed in the order it happened', () => {
    const events = [
      event('DELIVERED', '2026-02-08T08:00:00Z', { ...bad, gapSeconds: 200_000 }),
      event('CASE_RATED', '2026-02-09T08:00:00Z', { title: { en: 'Rated the service 1 of 5', zh: '服务评分 1 分' } }),
      event('ORDER_PLACED', '2026-02-10T08:00:00Z', { orderId: 'two' }),
      event('COMPENSATED', '2026-02-11T08:00:00Z', { amount: { amount: '9.00', currency: 'CNY' } }),
    ];
    expect(told('en', events, failed('late'))).toContain(
      '| Then the service rated 1 of 5, ordered again 2 days after it first went wrong, ¥9.00 to make up for it.',
    );
  });

  it.each(['damaged', 'lost', 'wrong_item', 'not_as_described', 'quality'])('names goods that were %s', (failure) => {
    const events = [delivered, event('REFUNDED', '2026-02-20T08:00:00Z', { ...bad, gapSeconds: 50_400 })];
    const words = { en: resources.en.customer, zh: resources.zh.customer };
    const named = `was_${failure}` as 'was_lost';
    expect(told('en', events, failed(failure)).toLowerCase()).toContain(
      `${words.en[named]}, the refund 14 h late. | then no further order so far.`,
    );
    expect(told('zh', events, failed(failure))).toContain(`${words.zh[named]}，退款晚 14 小时。 | 随后至今未再下单。`);
  });

  it('names the contact where nothing failed but the answer to it', () => {
    const events = [
      delivered,
      event('CASE_OPENED', '2026-02-04T08:00:00Z', { title: { en: 'Request: refund', zh: '诉求：退款' } }),
      event('CASE_REOPENED', '2026-02-05T08:00:00Z', bad),
      event('CASE_ESCALATED', '2026-02-06T08:00:00Z', bad),
      event('CASE_RESOLVED', '2026-02-07T08:00:00Z', { ...bad, gapSeconds: 7_200 }),
    ];
    expect(told('en', events)).toContain(
      'Request: refund, a case reopened, solved 2 h past the promise, taken to the platform.',
    );
    expect(told('zh', events)).toContain('诉求：退款，工单重开，解决晚了 2 小时，升级到平台。');
  });

  it('falls back to the event’s own words, and says so where all went well or nothing came yet', () => {
    const refused = event('PAYMENT_FAILED', '2026-02-01T09:00:00Z', {
      title: { en: 'Payment failed', zh: '支付失败' },
      ...bad,
    });
    expect(told('en', [refused, delivered])).toContain('Payment failed. |');
    expect(told('en', [delivered])).toContain('Delivered, and nothing went wrong. |');
    expect(told('zh', [])).toContain('尚未送达。 |');
  });
});

describe('the answer of a whole relation', () => {
  const order = { id: 'one', valid: true, orderedOn: '2026-02-01', delayDays: 0 };
  const ofCustomer = (change: Record<string, unknown>, last: Record<string, unknown> = {}) => {
    const customer = {
      ordersCount: 2,
      promisesDue: 2,
      promisesKept: 2,
      loyal: false,
      orders: { nodes: [{ ...order, ...last }] },
      ...change,
    } as unknown as Customer360;
    const { lead, rest } = customerAnswer(customer, translator(resources.en, 'en'), formatter('en'));
    return `${lead} | ${rest}`;
  };

  it.each([
    [{}, {}, '2 orders, every promise kept. | The last one, 1 Feb 2026: delivered as promised.'],
    [
      { promisesKept: 1 },
      { delayDays: 3 },
      '2 orders, 1 of 2 promises broken. | The last one, 1 Feb 2026: 3 days late.',
    ],
    [
      { ordersCount: 1, promisesDue: 0 },
      { delayDays: null },
      'One order, no promise due yet. | The last one, 1 Feb 2026: not delivered yet.',
    ],
    [
      { loyal: true },
      { valid: false },
      '2 orders, every promise kept. | The last one, 1 Feb 2026: canceled or unavailable. A loyal customer.',
    ],
    [{ orders: { nodes: [] } }, {}, '2 orders, every promise kept. | null'],
  ])('%j %j', (change, last, expected) => {
    expect(ofCustomer(change, last)).toBe(expected);
  });
});
