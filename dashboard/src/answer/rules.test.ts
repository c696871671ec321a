import { expect, test } from 'vitest';
import { answerRules, type RuleSaid } from './rules.ts';

const rule = (title: string, given: Partial<RuleSaid> = {}): RuleSaid => ({
  title,
  value: '0.40%',
  target: 'below 1%',
  headroom: '14 more defects before 1%',
  mend: null,
  status: 'KEPT',
  used: 0.4,
  ...given,
});

test('where all rules are kept, the one with the least room is named', () => {
  const answer = answerRules('Amazon', 'the shop', [rule('ODR'), rule('Late shipments', { used: 0.7 })], 'en');
  expect(answer.lead).toBe('Amazon: the shop keeps all 2 rules.');
  expect(answer.rest).toBe('The least room is in Late shipments (0.40%): 14 more defects before 1%.');
});

test('where rules are broken, the one farthest off is told, what would mend it, and the others by name', () => {
  const broken = { status: 'BROKEN', value: '4.02%', headroom: '67 defects too many' } as const;
  const rules = [
    rule('ODR', { ...broken, used: 4, mend: 'kept again from 15 Dec 2026 if none is added' }),
    rule('On time', { ...broken, used: 1.1 }),
    rule('Cancels'),
  ];
  const answer = answerRules('Amazon', 'the shop', rules, 'en');
  expect(answer.lead).toBe('Amazon: the shop keeps 1 of 3 rules; ODR is broken at 4.02%, where it has to be below 1%.');
  expect(answer.rest).toBe('67 defects too many; kept again from 15 Dec 2026 if none is added. Broken too: On time.');
  const zh = answerRules('亚马逊', '全店', rules, 'zh');
  expect(zh.lead).toMatch(/^亚马逊：全店 3 项规则中 1 项达标/);
});

test('rules of too few rows do not count, and nothing is judged where there are no others', () => {
  const few = rule('ODR', { status: 'TOO_FEW' });
  expect(answerRules('Amazon', 'the shop', [few, rule('Late shipments')], 'en').lead).toBe(
    'Amazon: the shop keeps the one rule.',
  );
  expect(answerRules('Amazon', 'M0007', [few], 'en')).toEqual({
    lead: 'Amazon: too little is known of M0007 to judge it.',
    rest: null,
  });
});
