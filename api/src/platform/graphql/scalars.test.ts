import { expect, it } from 'vitest';
import { DateTime, LocalDate } from './scalars.ts';

it('an instant says its zone; everything else is refused', () => {
  expect(DateTime.parseValue('2026-11-22T08:00:00+08:00')).toEqual(new Date('2026-11-22T00:00:00Z'));
  expect(DateTime.parseValue('2026-11-22T00:00:00.123Z').toISOString()).toBe('2026-11-22T00:00:00.123Z');
  for (const wrong of ['2026-11-22', '2026-11-22T08:00:00', '2026-13-22T08:00:00Z', 'now', '', 5, null, {}])
    expect(() => DateTime.parseValue(wrong)).toThrow('is not an instant');
});

it('a day of any year is a day; one that the calendar lacks is not', () => {
  for (const day of ['0001-01-01', '0050-12-31', '2024-02-29', '9999-12-31'])
    expect(LocalDate.parseValue(day)).toBe(day);
  for (const wrong of ['0000-01-01', '2025-02-29', '2100-02-29', '2025-13-01', '2025-2-1', '', 20250101, null])
    expect(() => LocalDate.parseValue(wrong)).toThrow('is not a day of the calendar');
});
