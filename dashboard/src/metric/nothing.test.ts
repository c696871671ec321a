import { describe, expect, it } from 'vitest';

import { noPoints, nothingOf } from './nothing.ts';
import type { MetricAnswer } from './types.ts';

const answerOf = (...points: { sample: number; suppressed: boolean }[]): MetricAnswer =>
  ({ series: [{ points }] }) as unknown as MetricAnswer;

describe('a card with nothing to show', () => {
  it('tells hidden groups from an empty selection', () => {
    const hidden = { sample: 0, suppressed: true };
    const none = { sample: 0, suppressed: false };
    expect(noPoints(answerOf(hidden, none))).toBe('hidden');
    expect(noPoints(answerOf(none))).toBe(true);
    expect(noPoints(answerOf(hidden, { sample: 7, suppressed: false }))).toBe(false);
    expect(nothingOf(answerOf(hidden), false)).toBe(false);
  });
});
