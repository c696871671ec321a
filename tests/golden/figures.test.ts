import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerMetrics, catalogue, type MetricId, type MetricPoint, type MetricRequest } from '@rapport/model/metrics';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';
import { goldenShop } from './golden-shop.ts';
import { figures } from './order-figures.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await goldenShop().load(database.pool);
});
afterAll(() => database.drop());

const everything = { from: '2024-01-01', to: '2025-03-31' };
const ask = (request: Omit<MetricRequest, 'period'> & Partial<MetricRequest>) =>
  answerMetrics(database.pool, { period: everything, ...request }, { role: 'analyst' });
const point = async (metric: MetricId, period = everything): Promise<MetricPoint> => {
  const [series] = (await ask({ metrics: [metric], period })).series;
  return series?.points[0] as MetricPoint;
};

describe('the golden shop, reckoned by hand', () => {
  it.each(Object.entries(figures) as [MetricId, (typeof figures)['ORDERS']][])('%s', async (metric, expected) => {
    const [value, numerator, denominator, sample] = expected;
    const found = await point(metric);
    expect(found.value).toBeCloseTo(value, 12);
    expect({ numerator: found.numerator, denominator: found.denominator, sample: found.sample }).toEqual({
      numerator,
      denominator,
      sample,
    });
  });

  it('counts split orders of one basket as repeat only in the classic definition', async () => {
    const january = { from: '2024-01-01', to: '2024-01-31' };
    expect(await point('REPEAT_PURCHASE_RATE', january)).toMatchObject({ numerator: 1, denominator: 2 });
    expect(await point('REPEAT_PURCHASE_DAYS_RATE', january)).toMatchObject({ numerator: 0, denominator: 2, value: 0 });
  });

  it('counts a returning customer in every period he orders in', async () => {
    expect(await point('CUSTOMERS', { from: '2024-02-01', to: '2024-02-29' })).toMatchObject({ value: 4 }); // Ada, Bo, Cy, Eve
    expect(await point('CUSTOMERS', { from: '2024-02-15', to: '2024-03-05' })).toMatchObject({ value: 3 }); // Ada, Cy, Eve
  });

  it('says how many orders without a known buyer it left out', async () => {
    const { explain } = await ask({ metrics: ['CUSTOMERS', 'ORDERS'] });
    expect(explain.map((each) => [each.metric, each.unidentifiedOrders])).toEqual([
      ['CUSTOMERS', 1],
      ['ORDERS', null],
    ]);
  });

  it('has no value where there is nothing to measure, and a count of nothing is 0', async () => {
    const none = { from: '2024-08-01', to: '2024-08-31' };
    // A level stands also where nothing happens.
    const asked = catalogue.filter(({ kind }) => kind !== 'STOCK');
    const { series, explain } = await ask({ metrics: asked.map((metric) => metric.id), period: none });
    expect(series).toHaveLength(asked.length);
    series.forEach(({ metric, points }, index) => {
      const empty = asked[index]?.denominator === null && explain[index]?.untold === null ? 0 : null;
      expect([metric.id, points[0]?.value, points[0]?.sample]).toEqual([metric.id, empty, 0]);
    });
  });

  it('leaves out who has not had the time to come back: unknown, not zero', async () => {
    const march = { from: '2025-03-01', to: '2025-03-31' };
    expect(await point('REPURCHASE_RATE_30D', march)).toMatchObject({ value: null, denominator: 0, mature: false });
    expect(await point('REPURCHASE_RATE_90D', { from: '2024-12-01', to: '2024-12-31' })).toMatchObject({
      numerator: 1,
      denominator: 1,
    });
  });
});

describe('slices', () => {
  const sliced = async (
    metric: MetricId,
    dimension: 'CATEGORY' | 'REGION' | 'PAYMENT_METHOD' | 'MERCHANT',
    more: Partial<MetricRequest> = {},
  ) => {
    const answer = await ask({ metrics: [metric], by: [dimension], ...more });
    const values = answer.series.map(({ key, points }) => [
      key[0]?.value ?? null,
      points[0]?.numerator,
      points[0]?.denominator,
    ]);
    return {
      values: Object.fromEntries(values.map(([key, ...rest]) => [key ?? 'none', rest])),
      explain: answer.explain[0],
    };
  };

  it('count an order once in each category it contains, and say that they do not add up', async () => {
    const { values, explain } = await sliced('ORDERS', 'CATEGORY');
    expect(values).toEqual({ toys: [8, null], lamps: [4, null], none: [2, null] });
    expect(explain?.slicesAddUp).toBe(false);
  });

  it('cut money by line, so that categories add up to the total', async () => {
    const { values, explain } = await sliced('GMV', 'CATEGORY');
    expect(values).toEqual({ lamps: [405, null], toys: [371, null], none: [20, null] });
    expect(explain?.slicesAddUp).toBe(true);
    expect((await sliced('GMV', 'MERCHANT')).values).toEqual({ m1: [496, null], m2: [300, null], none: [0, null] });
  });

  it('take a payment method’s own payments over the orders that used it', async () => {
    const { values } = await sliced('AVERAGE_ORDER_VALUE', 'PAYMENT_METHOD');
    expect(values).toEqual({
      alipay: [386, 9],
      voucher: [20, 1],
      wechat_pay: [70, 1],
      credit_card: [220, 1],
      none: [0, 0],
    });
  });

  it('count a customer in every region he ordered from', async () => {
    expect((await sliced('CUSTOMERS', 'REGION')).values).toEqual({ east: [4, null], west: [3, null], none: [1, null] });
    expect((await sliced('REPEAT_PURCHASE_RATE', 'REGION')).values).toEqual({
      east: [2, 4],
      west: [1, 3],
      none: [0, 1],
    });
  });

  it('show only the values a filter on them admits, and the orders it chose', async () => {
    expect((await sliced('ORDERS', 'CATEGORY', { where: [{ dimension: 'CATEGORY', in: ['toys'] }] })).values).toEqual({
      toys: [8, null],
    });
    // without the orders that carry toys, A4 is gone from lamps
    expect(
      (await sliced('ORDERS', 'CATEGORY', { where: [{ dimension: 'CATEGORY', notIn: ['toys'] }] })).values,
    ).toEqual({ lamps: [3, null], none: [2, null] });
    expect((await sliced('GMV', 'REGION', { where: [{ dimension: 'CATEGORY', in: ['toys'] }] })).values).toEqual({
      east: [231, null],
      west: [130, null],
      none: [10, null],
    });
    expect((await sliced('ORDERS', 'REGION', { where: [{ dimension: 'REGION', in: [''] }] })).values).toEqual({
      none: [1, null],
    });
  });

  it('leave out the smallest beyond the limit and count them', async () => {
    const answer = await ask({ metrics: ['ORDERS', 'GMV'], by: ['CATEGORY'], limit: 1 });
    expect(answer.series.map(({ metric, key }) => [metric.id, key[0]?.value])).toEqual([
      ['ORDERS', 'toys'],
      ['GMV', 'toys'],
    ]);
    expect(answer.truncatedSeries).toBe(4);
  });
});
