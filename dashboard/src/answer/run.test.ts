import { describe, expect, it } from 'vitest';

import { answerRun, type RunFacts } from './run.ts';

const run = (more: Partial<RunFacts> = {}): RunFacts => ({
  state: 'COMMITTED',
  source: 'till',
  seconds: 4,
  read: 1234,
  written: 1200,
  quarantined: 0,
  pending: 0,
  moved: 0,
  error: null,
  ...more,
});

describe('the answer of a run', () => {
  it.each<[string, Partial<RunFacts>, string, string | null, string]>([
    ['loaded', {}, 'till: 1,234 records read, 1,200 rows written, in 4.0 s.', 'Nothing waits.', '没有待处理的行。'],
    [
      'left rows behind and moved figures',
      { quarantined: 3, pending: 1, moved: 2 },
      'till: 1,234 records read, 1,200 rows written, in 4.0 s.',
      '3 wait in quarantine. 1 wait for their parent. It moved 2 published figures.',
      '3 行被隔离待处理。1 行等待父行。改变了 2 个已发布的数字。',
    ],
  ])('that %s', (_, facts, lead, rest, zh) => {
    expect(answerRun(run(facts), 'en')).toEqual({ lead, rest });
    expect(answerRun(run(facts), 'zh').rest).toBe(zh);
  });

  it('of other ends has no rest', () => {
    const error = { en: 'the disk is full', zh: '磁盘已满' };
    expect(answerRun(run({ state: 'FAILED', error }), 'en')).toEqual({
      lead: 'The load of till failed: the disk is full. Nothing was changed.',
      rest: null,
    });
    expect(answerRun(run({ state: 'FAILED', error }), 'zh').lead).toBe('till 载入失败：磁盘已满，未作任何改动。');
    expect(answerRun(run({ state: 'FAILED' }), 'en').lead).toBe('The load of till failed. Nothing was changed.');
    expect(answerRun(run({ state: 'UNCHANGED' }), 'en').lead).toBe('till had nothing new; nothing was changed.');
    expect(answerRun(run({ state: 'RUNNING' }), 'zh').lead).toBe('正在载入 till。');
  });
});
