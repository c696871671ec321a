import { describe, expect, it } from 'vitest';
import { answerAlarms, type AlarmFacts } from './alarms.ts';

const alarm = (state: string) => ({
  state,
  title: {
    en: 'Damage reports (A × B): 12 from 2026-09-06 to 2026-09-19 where less than 1 is usual',
    zh: '破损反馈（甲 × 乙）：共 12 起',
  },
  lastOn: '2026-09-19',
  excess: 12,
});
const facts: AlarmFacts = { alarms: [], series: 787, monthlyFalseAlarms: 7.87, through: '2026-10-31' };

describe('the answer of the alarms', () => {
  it('says what is open, else what was the largest lately', () => {
    expect(answerAlarms({ ...facts, alarms: [alarm('OPEN')] }, 'en').lead).toBe(
      'One figure is out of its usual course.',
    );
    const calm = answerAlarms({ ...facts, alarms: [alarm('RECOVERED')] }, 'en');
    expect(calm.lead).toBe('No figure is out of its usual course.');
    expect(calm.rest).toMatch(
      /^The largest lately: Damage reports .* 787 series are watched up to .*; by the budget at most 7\.9/,
    );
  });

  it('says in both languages when it begins', () => {
    expect(answerAlarms({ ...facts, series: 0 }, 'zh')).toEqual({
      lead: '尚无受监测的指标。',
      rest: '积累三周历史后，将从下一次导入开始监测。',
    });
  });
});
