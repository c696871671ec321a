import { describe, expect, it } from 'vitest';

import { answerJourney, type JourneyFacts } from './journey.ts';

const flow = (stage: string, from: string, to: string, orders: number, share: number, half = 0.01) => ({
  stage,
  from: { code: from },
  to: { code: to },
  orders,
  share,
  low: share - half,
  high: share + half,
});
const at = (stage: string, code: string, orders: number) => ({ stage, value: { code }, orders });
const facts: JourneyFacts = {
  orders: 1000,
  values: [at('DELIVERY', 'late', 100), at('DELIVERY', 'on_time', 800)],
  flows: [
    flow('DELIVERY', 'late', 'complained', 30, 0.3),
    flow('DELIVERY', 'on_time', 'complained', 16, 0.02),
    flow('VOICE', 'good_review', 'back', 60, 0.3),
    flow('VOICE', 'good_review', 'gone', 140, 0.7),
    flow('VOICE', 'complained', 'back', 5, 0.1),
    flow('VOICE', 'complained', 'gone', 45, 0.9),
  ],
};

describe('the sentence over the journey', () => {
  it('says how many were late, whether they complained more, and after what customers came back', () => {
    const { lead, rest } = answerJourney(facts, 'en');
    expect(lead).toBe('Of 1,000 orders, 11.1% of those delivered came late.');
    expect(rest).toContain('30.0% of the late ones complained, against 2.0% of those on time.');
    expect(rest).toContain('30.0% came back after a good review and 10.0% after a complaint');
    expect(answerJourney(facts, 'zh').lead).toBe('1,000 笔订单中，已送达的有 11.1% 迟到。');
    expect(answerJourney(facts, 'zh').rest).toContain('未必是因果');
  });

  it('does not call two shares different that could be the same', () => {
    const near = {
      ...facts,
      flows: [
        flow('DELIVERY', 'late', 'complained', 3, 0.03, 0.02),
        flow('DELIVERY', 'on_time', 'complained', 16, 0.02),
      ],
    };
    expect(answerJourney(near, 'en').rest).toContain('cannot be told apart');
    expect(answerJourney(near, 'zh').rest).toContain('无法区分');
  });

  it('does not call ways back different that chance could have parted', () => {
    const few = {
      ...facts,
      flows: [
        flow('VOICE', 'silent', 'back', 16, 0.43),
        flow('VOICE', 'silent', 'gone', 21, 0.57),
        flow('VOICE', 'good_review', 'back', 10, 0.29),
        flow('VOICE', 'good_review', 'gone', 24, 0.71),
      ],
    };
    expect(answerJourney(few, 'en').rest).toContain('cannot be told after which voice');
    expect(answerJourney(few, 'zh').rest).toContain('尚无法区分');
  });

  it('keeps silent about what too few would tell', () => {
    const few: JourneyFacts = {
      orders: 12,
      values: [at('DELIVERY', 'late', 2), at('DELIVERY', 'on_time', 8)],
      flows: facts.flows.slice(0, 2),
    };
    expect(answerJourney(few, 'en').rest).toBeNull();
    expect(answerJourney({ orders: 0, values: [], flows: [] }, 'en').lead).toBe('No order in this selection.');
    expect(answerJourney({ orders: 7, values: [], flows: [] }, 'zh').lead).toContain('没有可对照承诺日的送达');
  });
});
