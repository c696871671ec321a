import { expect, it } from 'vitest';
import { answerEvidence } from './answer.ts';

it('counts the claims that hold, and says what is still being worked out', () => {
  expect(answerEvidence(['SUPPORTED', 'MIXED', 'NOT_SUPPORTED', 'SUPPORTED'], 5, 'en')).toEqual({
    lead: '2 of 5 claims about service and loyalty hold in this shop.',
    rest: '1 holds in part, 1 does not, 0 cannot be told yet; 1 being worked out.',
  });
  expect(answerEvidence(['CANNOT_TELL'], 1, 'zh').rest).toBe('0 条部分成立，0 条不成立，1 条尚无法判断。');
});
