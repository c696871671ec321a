import { describe, expect, it } from 'vitest';
import { answerCase, type CaseFacts } from './case.ts';

const facts = (change: Partial<CaseFacts>): CaseFacts => ({ transfers: 0, reopens: 0, ...change });
const en = (change: Partial<CaseFacts>) => answerCase(facts(change), 'en');
const zh = (change: Partial<CaseFacts>) => answerCase(facts(change), 'zh');

describe('one case', () => {
  it.each([
    [{ firstResponseSeconds: 180, respondedInTime: true }, 'Answered in time, after 3 min', '3 分钟后响应，未超时'],
    [{ firstResponseSeconds: 7_200, respondedInTime: false }, 'Answered too late, after 2 h', '2 小时后才响应，已超时'],
    [{ firstResponseSeconds: 180 }, 'Answered after 3 min', '3 分钟后响应'],
    [{ respondedInTime: false }, 'Never answered, and the promise has passed', '从未响应，承诺已过'],
    [{ contained: true }, 'Handled by the bot alone', '由机器人独立接待'],
    [{}, 'Not answered yet', '尚未响应'],
  ])('is answered: %o', (change, english, chinese) => {
    expect(en(change).lead).toBe(`${english}; not resolved yet.`);
    expect(zh(change).lead).toBe(`${chinese}；尚未解决。`);
  });

  it.each([
    [{ resolutionSeconds: 3_600, resolvedInTime: true }, 'resolved in time, after 1 h', '1 小时解决，未超时'],
    [
      { resolutionSeconds: 90_000, resolvedInTime: false },
      'resolved too late, after 1 d 1 h',
      '1 天 1 小时才解决，已超时',
    ],
    [{ resolutionSeconds: 3_600 }, 'resolved after 1 h', '1 小时解决'],
    [{ resolvedInTime: false }, 'not resolved, and the promise has passed', '未解决，承诺已过'],
  ])('is resolved: %o', (change, english, chinese) => {
    expect(en(change).lead).toBe(`Not answered yet; ${english}.`);
    expect(zh(change).lead).toBe(`尚未响应；${chinese}。`);
  });

  it('tells how it went on its way', () => {
    const way = {
      transfers: 2,
      reopens: 1,
      escalatedTo: { label: { en: 'Platform', zh: '平台' } },
    };
    expect(en(way).rest).toBe('Passed on twice, reopened once, escalated to: Platform.');
    expect(zh(way).rest).toBe('转派 2 次，重新打开 1 次，升级至平台。');
    expect(en({ reopens: 3 }).rest).toBe('Reopened 3 times.');
    expect(en({}).rest).toBeNull();
  });

  it('and what the customer made of it', () => {
    expect(en({ csat: 2, firstContactResolved: false }).rest).toBe(
      'The customer gave 2 of 5. The customer came back with it within seven days.',
    );
    expect(zh({ csat: 2, firstContactResolved: false }).rest).toBe(
      '顾客评分 2 分（满分 5）。顾客在七天内又为此事联系。',
    );
    expect(en({ firstContactResolved: true }).rest).toBe('The customer did not come back with it.');
    expect(zh({ firstContactResolved: true }).rest).toBe('顾客没有再为此事联系。');
  });
});
