import { describe, expect, it } from 'vitest';
import { MetricRequestError } from '../errors.ts';
import { bucketsOf, comparedDays, eventWindow } from '../planner/calendar.ts';
import { alignable, alignedEvent, earlierPeriod } from './align.ts';
import { publicEvents } from './public-dates.ts';
import { seriesOf, stemOf, type Occurrence } from './series.ts';

const told = (code: string, startsOn: string, endsOn: string, more: Partial<Occurrence> = {}): Occurrence => ({
  shop: 'demo',
  code,
  labelEn: null,
  labelZh: null,
  startsOn,
  endsOn,
  ...more,
});
const find = (rows: Occurrence[], code: string) => seriesOf(rows).find((series) => series.code === code);
const dayOf = (code: string, year: number) => publicEvents.find((event) => event.code === code)?.in(year);

describe('the public calendar', () => {
  it('knows days that move', () => {
    expect([2016, 2017, 2023, 2024, 2025].map((year) => dayOf('BLACK_FRIDAY', year))).toEqual([
      '2016-11-25',
      '2017-11-24',
      '2023-11-24',
      '2024-11-29',
      '2025-11-28',
    ]);
    expect([2017, 2018, 2026].map((year) => dayOf('MOTHERS_DAY', year))).toEqual([
      '2017-05-14',
      '2018-05-13',
      '2026-05-10',
    ]);
    expect([2024, 2025, 2026].map((year) => dayOf('SPRING_FESTIVAL', year))).toEqual([
      '2024-02-10',
      '2025-01-29',
      '2026-02-17',
    ]);
  });
  it('has new moons at its new years and full moons at mid-autumn', () => {
    // Mean moon: new on 2000-01-06 18:14 UTC, then every 29.530588853 days; the true moon strays from it by up to 14 hours.
    const age = (day: string) => {
      const since = (Date.parse(`${day}T04:00:00Z`) - Date.parse('2000-01-06T18:14:00Z')) / 86_400_000;
      return since - 29.530588853 * Math.floor(since / 29.530588853);
    };
    const years = Array.from({ length: 36 }, (_, index) => 2000 + index);
    const springs = years.map((year) => age(dayOf('SPRING_FESTIVAL', year) ?? ''));
    expect(springs.every((days) => days < 1.4 || days > 28.2)).toBe(true);
    const autumns = years.slice(10, 31).map((year) => age(dayOf('MID_AUTUMN', year) ?? ''));
    expect(autumns.every((days) => days > 12.8 && days < 16)).toBe(true);
  });
});

describe('the events of a shop', () => {
  it('are one event where the code differs by the year alone', () => {
    expect(['D11-2025', 'double11_2025', '2025-618', 'PR-BRANDDAY', '2025'].map(stemOf)).toEqual([
      'D11',
      'DOUBLE11',
      '618',
      'PR-BRANDDAY',
      '2025',
    ]);
  });
  it('that are public ones are counted from the public day, whenever the promotion begins', () => {
    const double11 = find(
      [
        told('D11-2024', '2024-10-14', '2024-11-11', { labelZh: '双十一' }),
        told('D11-2025', '2025-11-01', '2025-11-12', { labelZh: '双十一' }),
      ],
      'DOUBLE_11',
    );
    expect(double11).toMatchObject({ told: true, label: { zh: '双十一' } });
    expect(double11?.days).toContain('2024-11-11');
  });
  it('are their own where an occurrence misses the public day', () => {
    const rows = [told('D11-2024', '2024-11-01', '2024-11-05'), told('D11-2025', '2025-11-01', '2025-11-12')];
    expect(find(rows, 'D11')?.days).toEqual(['2024-11-01', '2025-11-01']);
    expect(find(rows, 'DOUBLE_11')?.told).toBe(false);
  });
  it('that two shops date differently are two events', () => {
    const rows = [
      told('ANNIVERSARY-2024', '2024-05-05', '2024-05-06'),
      told('ANNIVERSARY-2024', '2024-07-01', '2024-07-01', { shop: 'two' }),
    ];
    expect(find(rows, 'DEMO:ANNIVERSARY')?.days).toEqual(['2024-05-05']);
    expect(find(rows, 'TWO:ANNIVERSARY')?.days).toEqual(['2024-07-01']);
    expect(find(rows, 'ANNIVERSARY')).toBeUndefined();
  });
});

describe('a period aligned to an event', () => {
  const known = seriesOf([told('OPENING', '2025-03-01', '2025-03-01')]);
  const earlier = (name: string, from: string, to: string) =>
    earlierPeriod({ from, to }, alignedEvent(known, name, { from, to }));
  it('meets the same days counted from it: 11.11 and 11.11, day −3 and day −3', () => {
    expect(earlier('DOUBLE_11', '2025-11-11', '2025-11-11')).toEqual({ from: '2024-11-11', to: '2024-11-11' });
    expect(earlier('double_11', '2024-11-01', '2024-11-12')).toEqual({ from: '2023-11-01', to: '2023-11-12' });
    expect(earlier('SPRING_FESTIVAL', '2025-01-26', '2025-01-29')).toEqual({ from: '2024-02-07', to: '2024-02-10' });
    expect(earlier('SPRING_FESTIVAL', '2026-02-14', '2026-02-14')).toEqual({ from: '2025-01-26', to: '2025-01-26' });
  });
  it('lays every grain over the earlier days', () => {
    const period = { from: '2025-01-15', to: '2025-02-15' };
    const window = eventWindow(period, alignedEvent(known, 'SPRING_FESTIVAL', period));
    expect(window).toMatchObject({ from: '2024-01-27', to: '2024-02-27', shift: { days: 354 } });
    const weeks = bucketsOf(period, 'WEEK', 100)?.map((bucket) => comparedDays(bucket, window, null));
    expect(weeks?.[0]).toEqual({ from: '2024-01-27', to: '2024-01-31' });
    const months = bucketsOf(period, 'MONTH', 100)?.map((bucket) => comparedDays(bucket, window, null));
    expect(months).toEqual([
      { from: '2024-01-27', to: '2024-02-12' },
      { from: '2024-02-13', to: '2024-02-27' },
    ]);
  });
  it.each([
    [
      'EASTER_EGG',
      '2025-11-01',
      '2025-11-12',
      'UNKNOWN_EVENT',
      /no event “EASTER_EGG”.*DOUBLE_11 \(2024-11-11 → 2025-11-11\), BLACK_FRIDAY/,
    ],
    ['OPENING', '2025-03-01', '2025-03-31', 'NO_EARLIER_EVENT', /with one in an earlier year; its days are 2025-03-01/],
    ['DOUBLE_11', '2023-01-01', '2024-12-31', 'EVENT_TWICE', /2023-11-11, 2024-11-11/],
  ])('is refused for %s in %s to %s, and told what can be named', (name, from, to, code, en) => {
    const refused = (() => {
      try {
        return alignedEvent(known, name, { from, to });
      } catch (error) {
        return error;
      }
    })();
    expect(refused).toBeInstanceOf(MetricRequestError);
    expect(refused).toMatchObject({
      code,
      field: 'events',
      text: { en: expect.stringMatching(en), zh: expect.stringMatching(/可用/) },
    });
  });
  it('can choose from what lies near, nearest first', () => {
    const codes = alignable(known, { from: '2025-11-20', to: '2025-11-30' }).map(({ code }) => code);
    expect(codes.slice(0, 3)).toEqual(['BLACK_FRIDAY', 'DOUBLE_11', 'DOUBLE_12']);
    expect(codes).not.toContain('OPENING');
  });
});
