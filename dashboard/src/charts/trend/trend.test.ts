import { describe, expect, it } from 'vitest';
import { formatter } from '../../format/index.ts';
import type { ChartPoint } from '../point.ts';
import {
  calloutPoint,
  drawable,
  lastKnown,
  loneBuckets,
  MOST_POINTS,
  shadedSpan,
  trendRows,
  xDomain,
  yAxis,
  type TrendProps,
  type TrendSeries,
  expected,
} from './trend.data.ts';
import { trendSummary, trendTable } from './trend.table.ts';
import { emptiestStretch, stagger, xTicks } from './trend.ticks.ts';

const en = formatter('en');
const share = { unit: 'PERCENT', decimals: 1 } as const;
const point = (bucket: string, value: number | null, change: Partial<ChartPoint> = {}): ChartPoint => ({
  bucket,
  bucketEnd: bucket,
  value,
  sample: 500,
  mature: true,
  partial: false,
  ...change,
});
const line = (points: ChartPoint[], change: Partial<TrendSeries> = {}): TrendSeries => ({
  key: 'a',
  label: 'this year',
  points,
  tone: 'now',
  ...change,
});
const weeks = (count: number, value = 0.9): ChartPoint[] =>
  Array.from({ length: count }, (_, at) =>
    point(new Date(Date.UTC(2017, 8, 4 + 7 * at)).toISOString().slice(0, 10), value),
  );

describe('a trend’s rows', () => {
  it('nulls are gaps, never 0', () => {
    const rows = trendRows([line([point('2018-01-01', 0.9), point('2018-02-01', null), point('2018-03-01', 0.8)])]);
    expect(rows.map((row) => row['a:solid'])).toEqual([0.9, null, 0.8]);
  });

  it('the young stretch is apart, and begins at the last settled point', () => {
    const rows = trendRows([
      line([point('2018-01-01', 0.9), point('2018-02-01', 0.8), point('2018-03-01', 0.7, { partial: true })]),
    ]);
    expect(rows.map((row) => row['a:solid'])).toEqual([0.9, 0.8, null]);
    expect(rows.map((row) => row['a:young'])).toEqual([null, 0.8, 0.7]);
  });

  it('series meet on their buckets, and a band is where there is an interval', () => {
    const rows = trendRows([
      line([point('2018-01-01', 0.9, { interval: { low: 0.8, high: 0.95 } }), point('2018-02-01', 0.8)], {
        band: true,
      }),
      line([point('2018-02-01', 0.7)], { key: 'b' }),
    ]);
    expect(rows.map((row) => row['a:band'])).toEqual([[0.8, 0.95], null]);
    expect(rows.map((row) => row['b:solid'] ?? null)).toEqual([null, 0.7]);
  });

  it('what is too few, and a count of a cut bucket, keep their place without a value', () => {
    const points = [
      point('2018-01-01', 1, { status: 'TOO_FEW' }),
      point('2018-02-01', 0.9),
      point('2018-03-01', 40, { partial: true }),
    ];
    expect(drawable([line(points)], { unit: 'COUNT' })[0]?.points.map(({ value }) => value)).toEqual([null, 0.9, null]);
    expect(drawable([line(points)], share)[0]?.points.map(({ value }) => value)).toEqual([null, 0.9, 40]);
  });

  it('never draws more than 600 points', () => {
    expect(drawable([line(weeks(700))], share)[0]?.points).toHaveLength(MOST_POINTS);
  });
});

describe('a trend’s frame', () => {
  it('has half a bucket of room, and shades the period only where it is a part', () => {
    const rows = trendRows([line(weeks(10))]);
    const [low, high] = xDomain(rows, 'WEEK');
    expect(high - low).toBe(9 * 7 + 7);
    const span = shadedSpan(rows, { from: '2017-10-01', to: '2017-10-20' }, 'WEEK');
    expect(span?.[1]).toBe((rows[6]?.x ?? 0) + 3.5);
    expect(shadedSpan(rows, { from: '2017-01-01', to: '2018-12-31' }, 'WEEK')).toBeNull();
    expect(shadedSpan(rows, { from: '2019-01-01', to: '2019-12-31' }, 'WEEK')).toBeNull();
  });

  it('counts start at 0, shares need not, and the target is in sight', () => {
    const count = { unit: 'COUNT' } as const;
    expect(yAxis({ series: [line([point('2018-01-01', 900), point('2018-02-01', 1_000)])], measure: count }).low).toBe(
      0,
    );
    const axis = yAxis({
      series: [line([point('2018-01-01', 0.97), point('2018-02-01', 0.98)])],
      measure: share,
      target: 0.95,
    });
    expect(axis.low).toBeGreaterThan(0.8);
    expect(axis.low).toBeLessThanOrEqual(0.95);
    expect(axis.high).toBeLessThanOrEqual(1);
  });

  it('names the lowest settled point, not a young one', () => {
    const points = [point('2018-01-01', 0.9), point('2018-02-01', 0.7), point('2018-03-01', 0.2, { mature: false })];
    expect(calloutPoint(points, 'lowest')?.bucket).toBe('2018-02-01');
    expect(calloutPoint(points, 'highest')?.bucket).toBe('2018-01-01');
    expect(calloutPoint([], 'lowest')).toBeUndefined();
  });

  it('labels the last settled point, else the last there is', () => {
    expect(lastKnown([point('2018-01-01', 0.9), point('2018-02-01', 0.4, { partial: true })])?.value).toBe(0.9);
    expect(lastKnown([point('2018-02-01', 0.4, { partial: true }), point('2018-03-01', null)])?.value).toBe(0.4);
    expect(lastKnown([point('2018-03-01', null)])).toBeUndefined();
  });

  it('gives a point between gaps a dot of its own', () => {
    expect([
      ...loneBuckets([point('a', 1), point('b', null), point('c', 1), point('d', null), point('e', 1), point('f', 1)]),
    ]).toEqual(['a', 'c']);
  });
});

describe('the time axis', () => {
  it('reads weeks by their months, says a year once, and thins until labels fit', () => {
    const rows = trendRows([line(weeks(52))]);
    const wide = xTicks(rows, 'WEEK', 960, en).map((tick) => tick.label);
    expect(wide.slice(0, 4)).toEqual(['Oct 2017', 'Nov', 'Dec', 'Jan 2018']);
    const narrow = xTicks(rows, 'WEEK', 260, en);
    expect(narrow.length).toBeLessThan(wide.length);
    expect(narrow[0]?.strong).toBe(true);
  });

  it('shows single weeks and days where there are few', () => {
    const rows = trendRows([line(weeks(3))]);
    expect(xTicks(rows, 'WEEK', 900, en).map((tick) => tick.label)).toEqual(['4 Sep 2017', '11 Sep', '18 Sep']);
    expect(xTicks(rows.slice(0, 1), 'DAY', 10, en)).toHaveLength(1);
  });

  it('puts annotations that would collide on another level', () => {
    expect(
      stagger([
        { from: 0, width: 80 },
        { from: 50, width: 40 },
        { from: 120, width: 40 },
      ]),
    ).toEqual([0, 1, 0]);
  });
});

describe('the target’s name', () => {
  it('stands where the data leave most room', () => {
    const low = Array.from({ length: 20 }, (_, at) => ({ x: at * 20, y: at < 10 ? 50 : 200 }));
    expect(emptiestStretch(low, { from: 0, to: 400 }, 60, 50)).toBeGreaterThan(185);
    expect(emptiestStretch([], { from: 4, to: 400 }, 60, 50)).toBe(4);
    expect(emptiestStretch([], { from: 4, to: 20 }, 60, 50)).toBe(4);
  });
});

describe('a trend in words', () => {
  const props: TrendProps = {
    title: 'Promises kept',
    measure: share,
    grain: 'MONTH',
    target: 0.95,
    series: [
      line([
        point('2018-01-01', 0.9, { interval: { low: 0.88, high: 0.92 } }),
        point('2018-02-01', null, { sample: 0 }),
        point('2018-03-01', 0.85, { partial: true }),
      ]),
      line([point('2018-01-01', 0.8)], { key: 'b', label: 'a year earlier' }),
    ],
  };

  it('has a table twin with the same figures, and words where there are none', () => {
    const table = trendTable(props, en);
    expect(table.columns.map(({ label }) => label)).toEqual([
      'Period',
      'this year',
      'Low',
      'High',
      'n',
      'State',
      'a year earlier',
    ]);
    expect(table.rows[0]).toEqual({
      cells: ['Jan 2018', '90.0%', '88.0%', '92.0%', '500', '', '80.0%'],
      raw: ['2018-01-01', 0.9, 0.88, 0.92, 500, 'settled', 0.8],
    });
    expect(table.rows[1]?.cells[1]).toBe('no data');
    expect(table.rows[1]?.raw[1]).toBeNull();
    expect(table.rows[2]?.cells[5]).toBe('not over yet');
    expect(trendTable({ ...props, series: [] }, en).rows).toEqual([]);
  });

  it('has where young points are expected to end beside what they are, and never for a bucket that is only begun', () => {
    const completed = { value: 0.82, low: 0.8, high: 0.85, shareKnown: 0.6 };
    const points = [point('2018-01-01', 0.9), point('2018-02-01', 0.85, { mature: false, completed })];
    const table = trendTable({ ...props, series: [line(points)] }, en);
    expect(table.columns.slice(6).map(({ label }) => label)).toEqual(['expected in the end', 'at least', 'at most']);
    expect(table.rows.map(({ cells }) => cells.slice(6))).toEqual([
      ['', '', ''],
      ['82.0%', '80.0%', '85.0%'],
    ]);
    expect(table.rows[1]?.raw.slice(1, 2).concat(table.rows[1]?.raw.slice(6) ?? [])).toEqual([0.85, 0.82, 0.8, 0.85]);
    const reviews = { unit: 'COUNT', decimals: 0 } as const;
    const begun = point('2018-02-01', 40, { mature: false, partial: true, completed: { ...completed, value: 90 } });
    expect(expected(begun, reviews)).toBeNull();
    expect(expected({ ...begun, partial: false }, reviews)?.value).toBe(90);
    expect(yAxis({ series: [line([begun])], measure: reviews }).high).toBeLessThan(90);
    expect(yAxis({ series: [line([{ ...begun, partial: false }])], measure: reviews }).high).toBeGreaterThanOrEqual(90);
  });

  it('is summed up for those who do not see it', () => {
    expect(trendSummary(props, en)).toBe(
      'Promises kept: this year 90.0%, Jan 2018; lowest 90.0%, Jan 2018; highest 90.0%, Jan 2018; target 95%.',
    );
    expect(trendSummary({ ...props, series: [line([])] }, formatter('zh'))).toBe('Promises kept: 无数据');
  });
});
