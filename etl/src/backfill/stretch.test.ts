import type { BackfillStep } from '@rapport/model/vocabulary';
import { expect, it } from 'vitest';
import { stretchesOf } from './stretch.ts';

const cut = (zone: string, first: string, last: string, step: BackfillStep): string[] =>
  stretchesOf(zone, first, last, step).map(
    ({ at, to }) => `${at.toISOString().slice(0, 16)} ${to.toISOString().slice(0, 16)}`,
  );

it('days begin at midnight on the clock of the zone, and each ends where the next begins', () => {
  expect(cut('Asia/Shanghai', '2024-02-28', '2024-03-01', 'day')).toEqual([
    '2024-02-27T16:00 2024-02-28T16:00',
    '2024-02-28T16:00 2024-02-29T16:00',
    '2024-02-29T16:00 2024-03-01T16:00',
  ]);
});

it('two years are 731 days without a gap', () => {
  const days = stretchesOf('Europe/Berlin', '2024-01-01', '2025-12-31', 'day');
  expect(days).toHaveLength(731);
  expect(days.slice(1).every(({ at }, nth) => at.getTime() === days[nth]?.to.getTime())).toBe(true);
});

it('a day whose midnight is skipped begins after the gap', () => {
  expect(cut('America/Sao_Paulo', '2018-11-04', '2018-11-04', 'day')).toEqual(['2018-11-04T03:00 2018-11-05T02:00']);
});

it('hours follow the clock: 25 on the long day, 23 on the short one', () => {
  expect(cut('Europe/Berlin', '2026-10-25', '2026-10-25', 'hour')).toHaveLength(25);
  const short = cut('Europe/Berlin', '2026-03-29', '2026-03-29', 'hour');
  expect(short).toHaveLength(23);
  expect([short[0], short.at(-1)]).toEqual(['2026-03-28T23:00 2026-03-29T00:00', '2026-03-29T21:00 2026-03-29T22:00']);
});

it('weeks go on from the first day, months keep its date where they have it', () => {
  expect(cut('UTC', '2024-01-03', '2024-01-20', 'week')).toEqual([
    '2024-01-03T00:00 2024-01-10T00:00',
    '2024-01-10T00:00 2024-01-17T00:00',
    '2024-01-17T00:00 2024-01-24T00:00',
  ]);
  expect(cut('UTC', '2024-01-31', '2024-03-31', 'month')).toEqual([
    '2024-01-31T00:00 2024-02-29T00:00',
    '2024-02-29T00:00 2024-03-31T00:00',
    '2024-03-31T00:00 2024-04-30T00:00',
  ]);
});

it.each([
  ['2024-02-30', '2024-03-01', /"2024-02-30" is no day/],
  ['yesterday', '2024-03-01', /"yesterday" is no day/],
  ['2024-03-02', '2024-03-01', /comes after the last/],
  ['1900-01-01', '2024-03-01', /more than 20000/],
])('from %s to %s is refused', (first, last, says) =>
  expect(() => stretchesOf('UTC', first, last, 'day')).toThrow(says),
);
