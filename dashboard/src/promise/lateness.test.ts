import { expect, test } from 'vitest';
import { daysAgainst, isUnderWay } from './lateness.ts';

test('an order is under way until its promised day is over; without a promise it never was due', () => {
  const order = { lateness: 'not_delivered', promisedOn: '2026-11-01' };
  expect(isUnderWay(order, '2026-10-31')).toBe(true);
  expect(isUnderWay(order, '2026-11-01')).toBe(false);
  expect(isUnderWay({ ...order, lateness: 'late' }, '2026-10-31')).toBe(false);
  expect(isUnderWay({ ...order, promisedOn: null }, '2026-10-31')).toBe(false);
});

test('a promise is judged by the calendar, whatever the hour', () => {
  expect(daysAgainst('2026-03-02', '2026-02-28')).toBe(2);
  expect(daysAgainst('2026-02-28', '2026-02-28')).toBe(0);
  expect(daysAgainst('2026-02-27', '2026-03-01')).toBe(-2);
});
