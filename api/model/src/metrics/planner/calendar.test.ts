import { describe, expect, it } from 'vitest';
import { bucketsOf, comparedDays, comparisonWindow, coversWholeMonths, isDay } from './calendar.ts';

describe('a day', () => {
  it.each(['2018-02-30', '2018-13-01', '2018-2-3', '18-02-03', '', '2018-02-03T00:00:00Z', '2300-01-01', '20180203'])(
    'is not “%s”',
    (text) => expect(isDay(text)).toBe(false),
  );
  it.each(['2018-02-28', '2020-02-29', '1999-12-31'])('is “%s”', (text) => expect(isDay(text)).toBe(true));
});

const spans = (from: string, to: string, grain: Parameters<typeof bucketsOf>[1]) =>
  bucketsOf({ from, to }, grain, 1000)?.map(
    (bucket) => `${bucket.key} ${bucket.from}..${bucket.to}${bucket.clipped ? ' clipped' : ''}`,
  );

describe('buckets', () => {
  it('of a period are clipped at its ends', () => {
    expect(spans('2018-01-15', '2018-03-10', 'MONTH')).toEqual([
      '2018-01-01 2018-01-15..2018-01-31 clipped',
      '2018-02-01 2018-02-01..2018-02-28',
      '2018-03-01 2018-03-01..2018-03-10 clipped',
    ]);
    expect(spans('2017-11-01', '2018-01-31', 'QUARTER')).toEqual([
      '2017-10-01 2017-11-01..2017-12-31 clipped',
      '2018-01-01 2018-01-01..2018-01-31 clipped',
    ]);
    expect(spans('2017-11-01', '2018-12-31', 'YEAR')).toEqual([
      '2017-01-01 2017-11-01..2017-12-31 clipped',
      '2018-01-01 2018-01-01..2018-12-31',
    ]);
  });
  it('of weeks begin on Monday, across the year', () => {
    expect(spans('2018-12-31', '2019-01-08', 'WEEK')).toEqual([
      '2018-12-31 2018-12-31..2019-01-06',
      '2019-01-07 2019-01-07..2019-01-08 clipped',
    ]);
  });
  it('of one day are that day, and the whole period is one bucket', () => {
    expect(spans('2020-02-28', '2020-03-01', 'DAY')).toHaveLength(3);
    expect(spans('2018-01-15', '2018-03-10', 'TOTAL')).toEqual(['2018-01-15 2018-01-15..2018-03-10']);
  });
  it('are refused beyond the most', () => {
    expect(bucketsOf({ from: '2018-01-01', to: '2018-01-05' }, 'DAY', 5)).toHaveLength(5);
    expect(bucketsOf({ from: '2018-01-01', to: '2018-01-06' }, 'DAY', 5)).toBeUndefined();
  });
});

describe('the period before', () => {
  it.each([
    ['a month', '2018-03-01', '2018-03-31', '2018-02-01', '2018-02-28'],
    ['a quarter', '2018-01-01', '2018-03-31', '2017-10-01', '2017-12-31'],
    ['a year', '2018-01-01', '2018-12-31', '2017-01-01', '2017-12-31'],
    ['ten days', '2018-03-05', '2018-03-14', '2018-02-23', '2018-03-04'],
    ['one day', '2018-03-05', '2018-03-05', '2018-03-04', '2018-03-04'],
  ])('of %s', (_, from, to, otherFrom, otherTo) => {
    expect(comparisonWindow({ from, to }, 'PREVIOUS_PERIOD', 'TOTAL')).toMatchObject({ from: otherFrom, to: otherTo });
  });
});

describe('the same period last year', () => {
  it('of whole months is the calendar one, also into a leap year', () => {
    expect(comparisonWindow({ from: '2021-02-01', to: '2021-02-28' }, 'SAME_PERIOD_LAST_YEAR', 'TOTAL')).toMatchObject({
      from: '2020-02-01',
      to: '2020-02-29',
    });
  });
  it('of days and weeks falls on the same weekdays, of whole months too', () => {
    expect(comparisonWindow({ from: '2018-01-01', to: '2018-03-31' }, 'SAME_PERIOD_LAST_YEAR', 'WEEK')).toMatchObject({
      from: '2017-01-02',
      to: '2017-04-01',
      shift: { days: 364 },
    });
  });
  it('of other periods falls on the same weekdays', () => {
    const window = comparisonWindow({ from: '2018-11-23', to: '2018-11-26' }, 'SAME_PERIOD_LAST_YEAR', 'DAY');
    expect(window).toMatchObject({ from: '2017-11-24', to: '2017-11-27', shift: { days: 364 } }); // Friday to Monday, both
  });
});

describe('compared days', () => {
  const compared = (from: string, to: string, grain: Parameters<typeof bucketsOf>[1]) => {
    const window = comparisonWindow({ from, to }, 'PREVIOUS_PERIOD', grain);
    return bucketsOf({ from, to }, grain, 1000)?.map((bucket) => {
      const days = comparedDays(bucket, window, null);
      return days ? `${days.from}..${days.to}` : 'none';
    });
  };
  it('of months are whole months', () => {
    expect(compared('2018-03-01', '2018-04-30', 'MONTH')).toEqual(['2018-01-01..2018-01-31', '2018-02-01..2018-02-28']);
  });
  it('of days lie at the same place, and the 31st has none in a month of 28 days', () => {
    const days = compared('2018-03-01', '2018-03-31', 'DAY');
    expect(days?.[0]).toBe('2018-02-01..2018-02-01');
    expect(days?.slice(27)).toEqual(['2018-02-28..2018-02-28', 'none', 'none', 'none']);
  });
  it('of weeks are cut where the other period ends', () => {
    expect(compared('2018-03-01', '2018-03-31', 'WEEK')?.at(-1)).toBe('2018-02-26..2018-02-28'); // 26–31 March
  });
});

it('whole months are covered only when every window lies on them', () => {
  const main = { from: '2018-01-01', to: '2018-03-31' };
  const windows = (grain: 'MONTH' | 'DAY', period = main) => [
    { ...period, shift: { days: 0 } },
    comparisonWindow(period, 'PREVIOUS_PERIOD', grain),
  ];
  expect(coversWholeMonths(windows('MONTH'), 'MONTH')).toBe(true);
  expect(coversWholeMonths(windows('DAY'), 'DAY')).toBe(false);
  expect(coversWholeMonths(windows('MONTH', { from: '2018-01-02', to: '2018-03-31' }), 'MONTH')).toBe(false);
});
