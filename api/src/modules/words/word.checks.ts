import { badInput } from '../../platform/graphql/refusal.ts';
import type { SayingsArgs } from './word.args.ts';

const MOST = 50;

export function assertFew(first: number): void {
  if (first >= 1 && first <= MOST) return;
  throw badInput('first', {
    en: `first: ${first} is not between 1 and ${MOST}.`,
    zh: `first：${first} 不在 1 至 ${MOST} 之间。`,
  });
}

export function assertOneSubject({ term, aspect, topic }: SayingsArgs): void {
  if ([term, aspect, topic].filter(Boolean).length === 1) return;
  throw badInput('term', {
    en: 'Give one of term, aspect and topic: sentences are looked up by one thing.',
    zh: '请在 term、aspect、topic 中只给出一项：每次按一项查找原句。',
  });
}
