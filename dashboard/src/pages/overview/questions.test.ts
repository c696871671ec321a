import { describe, expect, it } from 'vitest';

import type { ComparableEvent } from '../../filters/use-comparable-events.ts';
import { askedMetrics, lastMonth, lastSale, questions } from './questions.ts';

const event = (code: string, day: string, earlierDay: string, inside = true): ComparableEvent => ({
  code,
  label: { en: code, zh: code },
  told: true,
  inside,
  day,
  earlierDay,
  compared: { from: earlierDay, to: earlierDay },
});

describe('the questions of every morning', () => {
  it('are asked once each', () => {
    const keys = Object.values(questions)
      .flat()
      .map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
    expect(new Set(askedMetrics).size).toBe(askedMetrics.length);
  });

  it('read the month that ended last against the one before', () => {
    expect(lastMonth({ from: '2026-08-01', to: '2026-10-31' })).toEqual({
      from: '2026-10-01',
      to: '2026-10-31',
      compare: ['previous'],
    });
    expect(lastMonth({ from: '2026-10-12', to: '2026-10-20' })).toMatchObject({ from: '2026-10-12' });
  });
});

describe('the last great sale', () => {
  const asOf = '2026-10-31';
  it('is laid over the one of the year before, by its day', () => {
    const known = [
      event('JUNE_18', '2026-06-18', '2025-06-18'),
      event('DOUBLE_11', '2025-11-11', '2024-11-11'),
      event('MOTHERS_DAY', '2026-05-10', '2025-05-11'),
    ];
    expect(lastSale(known, '2024-11-01', asOf)?.search).toEqual({
      from: '2025-11-01',
      to: '2025-11-12',
      compare: ['event:DOUBLE_11'],
    });
  });

  it('is another one where the year before is not known, and none for a shop that had none', () => {
    const known = [
      event('DOUBLE_11', '2025-11-11', '2024-11-11'),
      event('JUNE_18', '2026-06-18', '2025-06-18'),
      event('BLACK_FRIDAY', '2025-11-28', '2024-11-29', false),
    ];
    expect(lastSale(known, '2024-11-02', asOf)?.event.code).toBe('JUNE_18');
    expect(lastSale(known, '2026-01-01', asOf)).toBeUndefined();
    expect(lastSale([], '2020-01-01', asOf)).toBeUndefined();
  });

  it('ends today where it is not over', () => {
    const known = [event('DOUBLE_11', '2026-11-11', '2025-11-11')];
    expect(lastSale(known, '2020-01-01', '2026-11-11')?.search.to).toBe('2026-11-11');
  });
});
