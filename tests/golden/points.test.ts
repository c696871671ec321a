import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerMetrics, type MetricAnswer, type MetricId, type MetricRequest } from '@rapport/model/metrics';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';
import { goldenShop } from './golden-shop.ts';

let database: TestDatabase;
/** How many statements the answers took; to estimate what one costs reads nothing. */
let statements = 0;
beforeAll(async () => {
  database = await testDatabase();
  await goldenShop().load(database.pool);
});
afterAll(() => database.drop());

const counting = {
  query: (text: string, values?: unknown[]) => {
    if (!text.startsWith('explain')) statements += 1;
    return database.pool.query(text, values);
  },
} as typeof database.pool;
const ask = (request: MetricRequest, role: 'analyst' | 'executive' = 'analyst'): Promise<MetricAnswer> =>
  answerMetrics(counting, request, { role });
const only = (metric: MetricId, request: Omit<MetricRequest, 'metrics'>, role?: 'executive') =>
  ask({ metrics: [metric], ...request }, role).then((answer) => answer.series[0]?.points ?? []);

describe('points over time', () => {
  it('stand for every bucket, also where nothing happened', async () => {
    const months = await only('ORDERS', { period: { from: '2024-01-01', to: '2024-06-30' }, grain: 'MONTH' });
    expect(months.map((point) => [point.bucket, point.bucketEnd, point.value])).toEqual([
      ['2024-01-01', '2024-01-31', 3], // A1 A2 B1
      ['2024-02-01', '2024-02-29', 5], // A3 B2 C1 E0 G1
      ['2024-03-01', '2024-03-31', 1], // A4
      ['2024-04-01', '2024-04-30', 0],
      ['2024-05-01', '2024-05-31', 0],
      ['2024-06-01', '2024-06-30', 1], // C2
    ]);
    const rates = await only('DELIVERED_RATE', { period: { from: '2024-03-01', to: '2024-04-30' }, grain: 'MONTH' });
    expect(rates.map((point) => point.value)).toEqual([1, null]);
  });

  it('are clipped to the period, and say so', async () => {
    const weeks = await only('ORDERS', { period: { from: '2024-02-13', to: '2024-02-28' }, grain: 'WEEK' });
    expect(weeks.map((point) => [point.bucket, point.bucketEnd, point.value, point.partial])).toEqual([
      ['2024-02-13', '2024-02-18', 2, true], // C1 and G1; the week began on Monday the 12th
      ['2024-02-19', '2024-02-25', 1, false], // A3
      ['2024-02-26', '2024-02-28', 1, true], // E0
    ]);
  });

  it('count a customer once a bucket, in clipped buckets too', async () => {
    const quarters = await only('CUSTOMERS', { period: { from: '2024-01-15', to: '2024-06-30' }, grain: 'QUARTER' });
    expect(quarters.map((point) => point.value)).toEqual([4, 1]); // Ada (A3, A4) Bo Cy Eve; Cy
    const days = await only('REPEAT_PURCHASE_RATE', { period: { from: '2024-01-10', to: '2024-01-11' }, grain: 'DAY' });
    expect(days.map((point) => [point.value, point.numerator, point.denominator])).toEqual([
      [1, 1, 1],
      [null, 0, 0],
    ]);
  });

  it('beyond the last order day are partial; young ones are not mature', async () => {
    const months = await only('ON_TIME_DELIVERY_RATE', {
      period: { from: '2025-01-01', to: '2025-04-30' },
      grain: 'MONTH',
    });
    expect(months.map((point) => [point.partial, point.mature])).toEqual([
      [false, true],
      [false, false],
      [true, false],
      [true, false],
    ]);
  });

  it('of days to come have no value: nothing of theirs is there yet is no 0', async () => {
    const months = await only('ORDERS', { period: { from: '2025-03-01', to: '2025-05-31' }, grain: 'MONTH' });
    const values = months.map((point) => point.value);
    expect(values[0]).toBeGreaterThan(0);
    expect(values.at(-1)).toBeNull();
    expect(months.at(-1)).toMatchObject({ numerator: null, sample: 0, partial: true });
  });

  it('meet or miss the target only with enough sample', async () => {
    const { series } = await ask({
      metrics: ['PROMISE_KEPT_RATE', 'ORDERS'],
      period: { from: '2024-01-01', to: '2025-03-31' },
    });
    expect(series.map((each) => each.points[0]?.status)).toEqual(['TOO_FEW', 'NO_TARGET']);
  });
});

describe('comparisons', () => {
  it('of whole months look at the months before and at last year’s', async () => {
    const [point] = await only('ORDERS', {
      period: { from: '2024-02-01', to: '2024-02-29' },
      compare: ['PREVIOUS_PERIOD', 'SAME_PERIOD_LAST_YEAR'],
    });
    expect(point?.comparisons).toMatchObject([
      {
        kind: 'PREVIOUS_PERIOD',
        period: { from: '2024-01-01', to: '2024-01-31' },
        value: 3,
        change: 2,
        changeRatio: 2 / 3,
        significant: false,
        verdict: 'NOISE',
      },
      {
        kind: 'SAME_PERIOD_LAST_YEAR',
        period: { from: '2023-02-01', to: '2023-02-28' },
        value: 0,
        change: 5,
        changeRatio: null,
        verdict: 'UNKNOWN',
      },
    ]);
  });

  it('of every month look at the month before, over the whole trend', async () => {
    const months = await only('CUSTOMERS', {
      period: { from: '2024-02-01', to: '2024-03-31' },
      grain: 'MONTH',
      compare: ['PREVIOUS_PERIOD'],
    });
    expect(months.map((point) => [point.value, point.comparisons[0]?.value])).toEqual([
      [4, 0],
      [1, 2],
    ]); // February against December, March against January
  });

  it('of days beyond a shorter month have no counterpart', async () => {
    const days = await only('ORDERS', {
      period: { from: '2024-03-01', to: '2024-03-31' },
      grain: 'DAY',
      compare: ['PREVIOUS_PERIOD'],
    });
    expect(days[19]).toMatchObject({
      bucket: '2024-03-20',
      value: 0,
      comparisons: [{ value: 1, period: { from: '2024-02-20', to: '2024-02-20' } }],
    }); // A3
    expect(days.slice(28).map((day) => day.comparisons.length)).toEqual([1, 0, 0]);
  });

  it('of slices compare each slice with itself', async () => {
    const { series } = await ask({
      metrics: ['ORDERS'],
      by: ['REGION'],
      period: { from: '2024-02-01', to: '2024-02-29' },
      compare: ['PREVIOUS_PERIOD'],
    });
    expect(
      series.map(({ key, points }) => [key[0]?.value, points[0]?.value, points[0]?.comparisons[0]?.value]),
    ).toEqual([
      ['east', 3, 2],
      ['west', 2, 1],
    ]);
  });
});

describe('one answer', () => {
  it('is one statement beside the estimate of its cost, however many metrics, slices and comparisons', async () => {
    statements = 0;
    await ask({
      metrics: ['ORDERS', 'CUSTOMERS', 'PROMISE_KEPT_RATE', 'DELIVERY_DAYS_P90', 'REPURCHASE_RATE_90D'],
      by: ['REGION'],
      grain: 'MONTH',
      period: { from: '2024-01-01', to: '2024-12-31' },
      compare: ['PREVIOUS_PERIOD', 'SAME_PERIOD_LAST_YEAR'],
    });
    expect(statements).toBe(1);
  });

  it('says of which data it is', async () => {
    await database.pool.query('update ops.data_version set version = 41');
    expect(await ask({ metrics: ['ORDERS'], period: { from: '2024-01-01', to: '2024-12-31' } })).toMatchObject({
      asOf: '2025-03-20',
      dataVersion: '41',
      truncatedSeries: 0,
    });
  });

  it('labels slices in both languages, from core and from the vocabulary', async () => {
    await database.pool.query(`update core.regions set label_en = 'East', label_zh = '华东' where code = 'east'`);
    const { series } = await ask({
      metrics: ['ORDERS'],
      by: ['REGION', 'LATE'],
      period: { from: '2024-12-01', to: '2025-03-31' },
    });
    expect(series.map((each) => each.key.map(({ value, label }) => [value, label]))).toEqual([
      [
        ['east', { en: 'East', zh: '华东' }],
        ['not_delivered', { en: 'Not delivered', zh: '未送达' }],
      ],
      [
        [null, { en: 'None', zh: '无' }],
        ['no_promise', { en: 'Delivered without a promise', zh: '送达但无承诺日' }],
      ],
    ]);
  });
});

describe('an executive', () => {
  it('does not see figures of fewer than five, nor the slice that would give them away', async () => {
    const { series } = await ask(
      { metrics: ['ORDERS'], by: ['CATEGORY'], period: { from: '2024-01-01', to: '2025-03-31' } },
      'executive',
    );
    expect(series.map(({ key, points }) => [key[0]?.value, points[0]?.value, points[0]?.suppressed])).toEqual([
      ['toys', 8, false],
      ['lamps', null, true],
      [null, null, true],
    ]);
    const regions = await ask(
      { metrics: ['ORDERS'], by: ['REGION'], period: { from: '2024-01-01', to: '2025-03-31' } },
      'executive',
    );
    expect(regions.series.map(({ points }) => points[0]?.value)).toEqual([8, null, null]); // one order without a region: the next smallest is hidden with it
  });

  it('does not learn a small month from its neighbour, nor from a comparison', async () => {
    const february = { from: '2024-02-01', to: '2024-02-29' };
    const [seen] = await only('ORDERS', { period: february, compare: ['PREVIOUS_PERIOD'] });
    expect([seen?.value, seen?.comparisons[0]?.value]).toEqual([5, expect.toSatisfy((before: number) => before < 5)]);
    const [point] = await only('ORDERS', { period: february, compare: ['PREVIOUS_PERIOD'] }, 'executive');
    expect(point).toMatchObject({ value: null, sample: 0, suppressed: true, comparisons: [] });
    const [years] = await only('ORDERS', { period: { from: '2024-01-01', to: '2025-12-31' } }, 'executive');
    expect(years).toMatchObject({ suppressed: false });
  });
});
