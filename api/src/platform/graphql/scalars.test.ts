import { expect, it } from 'vitest';
import { DateTime } from './scalars.ts';

it('an instant says its zone; everything else is refused', () => {
  expect(DateTime.parseValue('2026-11-22T08:00:00+08:00')).toEqual(new Date('2026-11-22T00:00:00Z'));
  expect(DateTime.parseValue('2026-11-22T00:00:00.123Z').toISOString()).toBe('2026-11-22T00:00:00.123Z');
  for (const wrong of ['2026-11-22', '2026-11-22T08:00:00', '2026-13-22T08:00:00Z', 'now', '', 5, null, {}])
    expect(() => DateTime.parseValue(wrong)).toThrow('is not an instant');
});
