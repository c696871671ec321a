import { describe, expect, it } from 'vitest';

import { cutsOf, toggled } from './cuts.ts';
import { addDays, addMonths, daysIn, monthEnd, quarterStart, wholeBuckets } from './days.ts';
import {
  completeMonths,
  lastMonthOf,
  lastRealMonth,
  presets,
  comparedSoFar,
  previousPeriod,
  samePeriodLastYear,
  soFar,
  trendWindow,
  type MonthVolume,
} from './periods.ts';
import { parseSearch, readSearch, writeSearch } from './search.ts';

const month = (bucket: string, orders: number, bucketEnd = monthEnd(bucket)): MonthVolume => ({
  bucket,
  bucketEnd,
  orders,
  partial: bucketEnd !== monthEnd(bucket),
});

describe('the address of a page', () => {
  it('survives a round trip with several regions', () => {
    const search = {
      shop: 'olist',
      from: '2018-06-01',
      to: '2018-08-31',
      region: ['SP', 'RJ'],
      compare: ['year' as const],
    };
    expect(readSearch(parseSearch(writeSearch(search)))).toEqual(search);
  });

  it('ignores a day that does not exist, and half a period', () => {
    expect(readSearch({ from: '2018-02-30', to: '2018-03-31' })).toEqual({});
    expect(readSearch({ to: '2018-03-31' })).toEqual({});
  });

  it('ignores a period that ends before it starts', () => {
    expect(readSearch({ from: '2018-08-31', to: '2018-06-01' })).toEqual({});
  });

  it('keeps one region as a list and leaves strangers out', () => {
    expect(readSearch({ region: 'SP', grain: 'CENTURY', theme: 'sepia' })).toEqual({ region: ['SP'] });
  });
});

describe('what clicks on marks leave over', () => {
  it('is read from the address once each, shop and region apart', () => {
    const raw = { cut: ['CARRIER:HF', 'CARRIER:HF', 'CAUSE:', 'REGION:SP', 'SHOP:demo', 'nonsense'] };
    expect(readSearch(raw)).toEqual({ cut: ['CARRIER:HF', 'CAUSE:'] });
  });

  it('is one condition a dimension, any of its values', () => {
    expect(cutsOf(['CARRIER:HF', 'CAUSE:', 'CARRIER:SY'])).toEqual([
      { dimension: 'CARRIER', values: ['HF', 'SY'] },
      { dimension: 'CAUSE', values: [''] },
    ]);
  });

  it('is replaced within its dimension, and taken away by the same click again', () => {
    expect(toggled(['CARRIER:HF', 'CAUSE:late'], ['CARRIER:SY'])).toEqual(['CAUSE:late', 'CARRIER:SY']);
    expect(toggled(['CARRIER:HF', 'CAUSE:late'], ['CAUSE:late'])).toEqual(['CARRIER:HF']);
    expect(toggled(['CHANNEL:app'], ['CHANNEL:app', 'HOUR:9'])).toEqual(['CHANNEL:app', 'HOUR:9']);
  });
});

describe('the default period', () => {
  const olist = [
    month('2018-05-01', 6873),
    month('2018-06-01', 6167),
    month('2018-07-01', 6292),
    month('2018-08-01', 6512),
    month('2018-09-01', 16),
    month('2018-10-01', 4, '2018-10-17'),
  ];

  it('leaves the thin tail of a data set out', () => {
    expect(lastRealMonth(olist)).toBe('2018-08-01');
    expect(completeMonths(olist, '2016-09-04', '2018-10-17')).toEqual({ from: '2018-06-01', to: '2018-08-31' });
  });

  it('does not take a month that is not over', () => {
    expect(lastRealMonth([month('2018-05-01', 100), month('2018-06-01', 500, '2018-06-20')])).toBe('2018-05-01');
  });

  it('shows all of a shop younger than a month', () => {
    expect(completeMonths([month('2018-05-01', 12, '2018-05-09')], '2018-05-02', '2018-05-09')).toEqual({
      from: '2018-05-02',
      to: '2018-05-09',
    });
  });
});

describe('presets', () => {
  const complete = { from: '2018-06-01', to: '2018-08-31' };

  it('count back from the as-of day', () => {
    const ready = presets(complete, '2016-09-04', '2018-10-17');
    expect(ready.Days30).toEqual({ from: '2018-09-18', to: '2018-10-17' });
    expect(daysIn(ready.Days90)).toBe(90);
    expect(ready.Quarter).toEqual({ from: '2018-07-01', to: '2018-09-30' });
    expect(ready.LastYear).toEqual({ from: '2017-01-01', to: '2017-12-31' });
  });

  it('take the running quarter as full on its last day', () => {
    expect(presets(complete, '2016-09-04', '2018-09-30').Quarter).toEqual({ from: '2018-07-01', to: '2018-09-30' });
  });

  it('of what is running go to its end, and are shown as far as there are days', () => {
    const ready = presets(complete, '2016-09-04', '2018-10-17');
    expect(ready.MonthSoFar).toEqual({ from: '2018-10-01', to: '2018-10-31' });
    expect(ready.QuarterSoFar).toEqual({ from: '2018-10-01', to: '2018-12-31' });
    expect(ready.YearSoFar).toEqual({ from: '2018-01-01', to: '2018-12-31' });
    expect(soFar(ready.YearSoFar, '2018-10-17')).toEqual({ from: '2018-01-01', to: '2018-10-17' });
    expect(soFar({ from: '2019-01-01', to: '2019-01-31' }, '2018-10-17').to).toBe('2019-01-31');
    expect(presets(complete, '2018-10-05', '2018-10-17').MonthSoFar.from).toBe('2018-10-05');
  });

  it('never reach before the first order', () => {
    expect(presets(complete, '2018-10-01', '2018-10-17').Days90.from).toBe('2018-10-01');
  });
});

describe('what a period is compared with', () => {
  it('is as many whole months before, whatever their length', () => {
    expect(previousPeriod({ from: '2018-02-01', to: '2018-02-28' })).toEqual({ from: '2018-01-01', to: '2018-01-31' });
    expect(previousPeriod({ from: '2018-01-01', to: '2018-03-31' })).toEqual({ from: '2017-10-01', to: '2017-12-31' });
  });

  it('is as many days before where the period is no whole months', () => {
    expect(previousPeriod({ from: '2018-02-02', to: '2018-02-08' })).toEqual({ from: '2018-01-26', to: '2018-02-01' });
  });

  it('is the same months, leap day and all, or the same weekdays of the year before', () => {
    expect(samePeriodLastYear({ from: '2017-02-01', to: '2017-02-28' })).toEqual({
      from: '2016-02-01',
      to: '2016-02-29',
    });
    expect(samePeriodLastYear({ from: '2018-01-01', to: '2018-01-07' })).toEqual({
      from: '2017-01-02',
      to: '2017-01-08',
    });
  });
});

describe('what a period that is still running is compared with', () => {
  const year = { from: '2018-01-01', to: '2018-12-31' };
  const cut = (asked: { from: string; to: string }, asOf: string) => [
    comparedSoFar(asked, previousPeriod(asked), asOf),
    comparedSoFar(asked, samePeriodLastYear(asked), asOf),
  ];

  it('ends on the same day of the month as today', () => {
    expect(cut({ from: '2018-03-01', to: '2018-03-31' }, '2018-03-17')).toEqual([
      { from: '2018-02-01', to: '2018-02-17' },
      { from: '2017-03-01', to: '2017-03-17' },
    ]);
    expect(cut(year, '2018-10-17')[1]).toEqual({ from: '2017-01-01', to: '2017-10-17' });
  });

  it('never outruns a shorter month, and the last of a month stays the last', () => {
    const march = { from: '2018-03-01', to: '2018-03-31' };
    expect(cut(march, '2018-03-30')[0]).toEqual({ from: '2018-02-01', to: '2018-02-28' });
    const quarter = { from: '2018-01-01', to: '2018-03-31' };
    expect(cut(quarter, '2018-02-28')[0]).toEqual({ from: '2017-10-01', to: '2017-11-30' });
  });

  it('is as many days where the period is no whole months, and whole where the period is over', () => {
    expect(cut({ from: '2018-03-05', to: '2018-03-11' }, '2018-03-07')[0]).toEqual({
      from: '2018-02-26',
      to: '2018-02-28',
    });
    expect(cut({ from: '2018-02-01', to: '2018-02-28' }, '2018-03-17')[0]).toEqual({
      from: '2018-01-01',
      to: '2018-01-31',
    });
  });
});

describe('days', () => {
  it('cross months, years and leap days', () => {
    expect(addDays('2016-02-28', 1)).toBe('2016-02-29');
    expect(addMonths('2018-01-31', -1)).toBe('2017-12-01');
    expect(quarterStart('2018-12-31')).toBe('2018-10-01');
  });

  it('widen to whole weeks, but never past the data', () => {
    const period = { from: '2018-06-01', to: '2018-08-31' };
    expect(wholeBuckets(period, 'WEEK', '2016-09-04', '2018-10-17')).toEqual({ from: '2018-05-28', to: '2018-09-02' });
    expect(wholeBuckets(period, 'QUARTER', '2018-05-01', '2018-09-10')).toEqual({
      from: '2018-05-01',
      to: '2018-09-10',
    });
  });

  it('name the last month only of a longer period that ends with it', () => {
    expect(lastMonthOf({ from: '2018-06-01', to: '2018-08-31' })).toEqual({ from: '2018-08-01', to: '2018-08-31' });
    expect(lastMonthOf({ from: '2018-08-01', to: '2018-08-31' })).toBeUndefined();
    expect(lastMonthOf({ from: '2018-06-01', to: '2018-08-30' })).toBeUndefined();
  });

  it('show a quarter inside its year', () => {
    expect(trendWindow({ from: '2018-06-01', to: '2018-08-31' }, '2016-09-04')).toEqual({
      from: '2017-09-01',
      to: '2018-08-31',
    });
  });
});
