import { describe, expect, it } from 'vitest';

import { formatter } from '../../format/index.ts';
import { verdictText } from './verdict.ts';

const head = { unit: 'PERCENT', decimals: 1, title: { en: 'Back by day 90', zh: '90 日复购率' } } as const;
const found = {
  verdict: 'EFFECT',
  better: true,
  effect: 0.079,
  interval: { low: 0.006, high: 0.151, method: '' },
} as const;

describe('the verdict beside a mark', () => {
  it('says whether it worked, by how much, how sure and on what', () => {
    expect(verdictText(found, head, formatter('en'))).toBe('it worked: +7.9 pt (+0.6 pt … +15.1 pt), Back by day 90');
    expect(verdictText({ ...found, better: false }, head, formatter('zh'))).toBe(
      '适得其反：+7.9 pp（+0.6 pp … +15.1 pp），90 日复购率',
    );
  });

  it('says that it cannot be told, or that nothing came of it', () => {
    const none = { verdict: 'CANNOT_TELL', better: null, effect: null, interval: null } as const;
    expect(verdictText(none, head, formatter('en'))).toBe('whether it worked cannot be told');
    expect(verdictText({ ...none, verdict: 'NO_EFFECT' }, undefined, formatter('zh'))).toBe('没有效果');
  });
});
