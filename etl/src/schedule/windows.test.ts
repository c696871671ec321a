import { expect, it } from 'vitest';
import { folderOf, nextWindow, windowsBetween, type Scheduled } from './windows.ts';

function due(zone: string, cron: string, from = '{date}'): Scheduled {
  return { name: 'shop', zone, schedule: { cron, from, catchUp: 'all', attempts: 1 }, promiseMs: null };
}

function between(source: Scheduled, after: string, until: string): string[] {
  return windowsBetween(source, new Date(after), new Date(until), 1_000).map((at) => at.toISOString().slice(0, 16));
}

it('a time of day is read on the clock of the zone', () => {
  expect(between(due('Asia/Shanghai', '15 3 * * *'), '2026-11-01T00:00Z', '2026-11-03T00:00Z')).toEqual([
    '2026-11-01T19:15',
    '2026-11-02T19:15',
  ]);
});

it('a time that spring skips comes once, right after the gap', () => {
  const daily = due('Europe/Berlin', '30 2 * * *');
  expect(between(daily, '2026-03-28T00:00Z', '2026-03-31T00:00Z')).toEqual([
    '2026-03-28T01:30',
    '2026-03-29T01:00',
    '2026-03-30T00:30',
  ]);
  const midnight = due('America/Sao_Paulo', '0 0 * * *');
  expect(between(midnight, '2018-11-03T12:00Z', '2018-11-05T12:00Z')).toEqual(['2018-11-04T03:00', '2018-11-05T02:00']);
});

it('a time that autumn shows twice comes once', () => {
  const daily = due('Europe/Berlin', '30 2 * * *');
  expect(between(daily, '2026-10-24T00:00Z', '2026-10-27T00:00Z')).toEqual([
    '2026-10-24T00:30',
    '2026-10-25T00:30',
    '2026-10-26T01:30',
  ]);
  const list = due('Europe/Berlin', '0,30 2,14 * * *');
  expect(between(list, '2026-10-25T00:00Z', '2026-10-25T12:00Z')).toEqual(['2026-10-25T00:30']);
});

it('what comes every hour comes 25 times on the long day and 23 times on the short one', () => {
  const hourly = due('Europe/Berlin', '0 * * * *');
  expect(between(hourly, '2026-10-24T21:59Z', '2026-10-25T22:59Z')).toHaveLength(25);
  expect(between(hourly, '2026-03-28T22:59Z', '2026-03-29T21:59Z')).toHaveLength(23);
});

it('asked piece by piece, the windows are the same as asked at once', () => {
  const often = due('America/Sao_Paulo', '*/20 * * * *');
  const whole = between(often, '2018-11-03T22:00Z', '2018-11-04T08:00Z');
  const pieces: string[] = [];
  for (let at = Date.parse('2018-11-03T22:00Z'); at < Date.parse('2018-11-04T08:00Z'); at += 7 * 60_000) {
    const until = Math.min(at + 7 * 60_000, Date.parse('2018-11-04T08:00Z'));
    pieces.push(...between(often, new Date(at).toISOString(), new Date(until).toISOString()));
  }
  expect(pieces).toEqual(whole);
  expect(new Set(whole).size).toBe(30);
});

it('stops at the limit, and goes on from the last one', () => {
  const often = due('UTC', '* * * * *');
  const [first, second] = windowsBetween(often, new Date('2026-01-01T00:00Z'), new Date('2026-01-02T00:00Z'), 2);
  expect([first, second]).toEqual([new Date('2026-01-01T00:01Z'), new Date('2026-01-01T00:02Z')]);
  expect(nextWindow(often, second ?? new Date(0))).toEqual(new Date('2026-01-01T00:03Z'));
});

it('a folder may carry the day and hour of its window, on the same clock', () => {
  const window = new Date('2026-11-01T19:15Z');
  expect(folderOf(due('Asia/Shanghai', '15 3 * * *', 'shop/{date}/{hour}'), window, '/in')).toBe(
    '/in/shop/2026-11-02/03',
  );
  expect(folderOf(due('UTC', '15 19 * * *', '/elsewhere/{date}'), window, '/in')).toBe('/elsewhere/2026-11-01');
});
