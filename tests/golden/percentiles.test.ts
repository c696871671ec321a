import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  answerMetrics,
  catalogue,
  completeRollups,
  rollupMaintenance,
  type MetricId,
  type MetricRequest,
} from '@rapport/model/metrics';
import { testDatabase, type TestDatabase } from '../testkit/index.ts';
import { randomFacts } from './facts/random-facts.ts';

/** Enough that three months are answered from bins and one week is not. */
const ORDERS = 60_000;
const DAYS = 91;

/** Straight into the journey: what matters here is how many values there are, and how they lie. */
const fill = `
  insert into core.shops (shop, title_en, title_zh, zone, currency, as_of) values ('large', 'Large', '大店', 'Asia/Shanghai', 'CNY', '2025-03-31');
  insert into ops.shop_feeds (shop, known) values ('large', 'orders'), ('large', 'orders.customers'), ('large', 'shipments'), ('large', 'shipments.delivered_at'), ('large', 'orders.promised_on');
  select setseed(0.25);
  insert into journey.order_journey (customer_id, order_id, shop, identified, status, valid, ordered_at, ordered_on, delivery_seconds, promise_days, lateness, delay_bucket,
    first_or_repeat, currency, region_code, categories, category_minor, merchants, merchant_minor, payment_methods, payment_method_minor,
    items_count, items_minor, freight_minor, payments_count, paid_minor, reviews_count, score_sum, score_counts, valid_first_of_day)
  select core.id_of('customer', 'large', n::text), core.id_of('order', 'large', n::text), 'large', true, case when n % 40 = 0 then 'shipped' else 'delivered' end, true, day + time '10:00', day,
    -- Some take no time, and some arrived before they were ordered, as clocks say.
    case when n % 50 = 0 then 0 when n % 51 = 0 then -3600 * (n % 7 + 1) else round(exp(12 + sqrt(-2 * ln(1 - random())) * cos(6.283185307 * random()) * 0.6)) end,
    n % 9 - 1, 'on_time', 'on_day', 'first', 'CNY', case when n % 3 > 0 then 'r' || n % 3 end, '{}', '{}', '{}', '{}', '{}', '{}', 0, 0, 0, 0, 0, 0, 0, '{0,0,0,0,0}', true
  from (select n, date '2025-01-01' + n % ${DAYS}  as day from generate_series(1, ${ORDERS}) n) o`;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
  await randomFacts(61, 220, 'every').load(database.pool);
  await database.pool.query(fill);
  await rollupMaintenance.rebuild(database.pool);
  await completeRollups(database.pool);
  await database.pool.query('analyze journey.order_journey');
});
afterAll(() => database.drop());

const quarter = { from: '2025-01-01', to: '2025-03-31' };
const ask = (request: Partial<MetricRequest>) =>
  answerMetrics(
    database.pool,
    {
      metrics: ['DELIVERY_DAYS_P50', 'DELIVERY_DAYS_P90'],
      period: quarter,
      where: [{ dimension: 'SHOP', in: ['large'] }],
      ...request,
    },
    { role: 'analyst' },
  );

const truncated = {
  MONTH: `date_trunc('month', j.ordered_on)::date`,
  WEEK: `date_trunc('week', j.ordered_on)::date`,
  TOTAL: `$1::date`,
};

/** The percentiles by PostgreSQL's own function, in days. */
async function counted(grain: keyof typeof truncated, { from, to }: { from: string; to: string }, slice = `''`) {
  const { rows } = await database.pool.query<{ bucket: string; slice: string; p50: number; p90: number; n: number }>(
    `select greatest(${truncated[grain]}, $1::date)::text as bucket, ${slice} as slice, count(*)::int as n,
       percentile_cont(0.5) within group (order by j.delivery_seconds) / 86400 as p50, percentile_cont(0.9) within group (order by j.delivery_seconds) / 86400 as p90
     from journey.order_journey j where j.shop = 'large' and j.ordered_on between $1::date and $2::date and j.status = 'delivered' group by 1, 2`,
    [from, to],
  );
  return new Map(rows.map((row) => [`${row.bucket} ${row.slice}`, row]));
}

describe('a percentile of many values', () => {
  it.each<[string, keyof typeof truncated, { from: string; to: string }]>([
    ['whole months', 'MONTH', quarter],
    ['a quarter', 'TOTAL', quarter],
    ['clipped months', 'MONTH', { from: '2025-01-03', to: '2025-03-29' }],
    ['weeks', 'WEEK', quarter],
    ['a period that begins and ends within months', 'TOTAL', { from: '2025-01-03', to: '2025-03-29' }],
  ])('of %s lies within 0.4 % of the exact one', async (_, grain, period) => {
    const expected = await counted(grain, period);
    const { series, explain } = await ask({ grain, period });
    expect(explain[0]?.servedBy).toBe('mart.orders_bins');
    expect(series).toHaveLength(2);
    series.forEach(({ points }, at) => {
      expect(points).toHaveLength(expected.size);
      for (const point of points) {
        const exact = expected.get(`${point.bucket} `);
        expect(point.approximate).toBe(true);
        expect([point.sample, point.denominator]).toEqual([exact?.n, exact?.n]);
        expect(Math.abs((point.value ?? NaN) / ((at === 0 ? exact?.p50 : exact?.p90) ?? NaN) - 1)).toBeLessThan(0.004);
        expect(point.interval?.low).toBeLessThanOrEqual(point.value ?? NaN);
        expect(point.interval?.high).toBeGreaterThanOrEqual(point.value ?? NaN);
      }
    });
  });

  it.each([quarter, { from: '2025-01-03', to: '2025-03-29' }])(
    'of each region from $from to $to too',
    async (period) => {
      const expected = await counted('TOTAL', period, `coalesce(j.region_code, '')`);
      const { series, explain } = await ask({ period, by: ['REGION'] });
      expect(explain[0]?.servedBy).toBe('mart.orders_bins, journey.order_journey');
      expect(series).toHaveLength(6);
      for (const { metric, key, points } of series) {
        const exact = expected.get(`${period.from} ${key[0]?.value ?? ''}`);
        const value = metric.id === 'DELIVERY_DAYS_P50' ? exact?.p50 : exact?.p90;
        expect(points[0]?.sample).toBe(exact?.n);
        expect(Math.abs((points[0]?.value ?? NaN) / (value ?? NaN) - 1)).toBeLessThan(0.004);
      }
    },
  );

  it('is exact where a bin holds one number only', async () => {
    const { series } = await ask({ metrics: ['PROMISED_DAYS_P50'], grain: 'MONTH' });
    for (const { value, approximate } of series[0]?.points ?? []) expect([value, approximate]).toEqual([3, false]);
  });

  it('is compared with other bins', async () => {
    const { series } = await ask({
      period: { from: '2025-02-15', to: '2025-03-31' },
      compare: ['PREVIOUS_PERIOD'],
    });
    const before = await counted('TOTAL', { from: '2025-01-01', to: '2025-02-14' });
    const [comparison] = series[0]?.points[0]?.comparisons ?? [];
    const exact = before.get('2025-01-01 ');
    expect(comparison?.sample).toBe(exact?.n);
    expect(Math.abs((comparison?.value ?? NaN) / (exact?.p50 ?? NaN) - 1)).toBeLessThan(0.004);
  });
});

describe('a percentile of few values', () => {
  const week = { from: '2025-02-03', to: '2025-02-09' };

  it('is read from them, to the last digit', async () => {
    const [exact] = [...(await counted('TOTAL', week)).values()];
    const { series } = await ask({ period: week });
    expect(series.map(({ points }) => points[0]?.approximate)).toEqual([false, false]);
    expect(series[0]?.points[0]?.value).toBeCloseTo(exact?.p50 ?? NaN, 12);
    expect(series[1]?.points[0]?.value).toBeCloseTo(exact?.p90 ?? NaN, 12);
    expect(series[0]?.points[0]?.sample).toBe(exact?.n);
  });
});

/** What the bins of each series hold of a shop, all in all: by day, by month, and by each dimension. */
async function heldOf(shop: string): Promise<Map<string, number[]>> {
  const { rows: tables } = await database.pool.query<{ name: string }>(
    `select table_name as name from information_schema.tables where table_schema = 'mart' and table_name like '%\\_bins' order by 1`,
  );
  const each = tables.map(
    ({ name }) =>
      `select series, dimension, span, sum(up_to_31)::int as n from mart.${name} where shop = '${shop}' group by 1, 2, 3`,
  );
  const { rows } = await database.pool.query<{ series: string; n: number }>(each.join(' union all '));
  const held = new Map<string, number[]>();
  for (const { series, n } of rows) held.set(series, [...(held.get(series) ?? []), n]);
  return held;
}

it('every percentile’s bins hold each of its values once by day, by month and by every dimension', async () => {
  const held = await heldOf('every');
  const percentiles = catalogue.filter(({ kind }) => kind === 'PERCENTILE').map(({ id }) => id);
  const { series } = await ask({
    metrics: percentiles,
    period: { from: '2020-01-01', to: '2030-12-31' },
    where: [{ dimension: 'SHOP', in: ['every'] }],
  });
  const samples = new Map<MetricId, number>(series.map(({ metric, points }) => [metric.id, points[0]?.sample ?? 0]));
  const named = percentiles.filter((id) => held.has(id.toLowerCase()));
  expect(named.length).toBeGreaterThan(15);
  for (const id of named) {
    const counts = held.get(id.toLowerCase()) ?? [];
    expect([id, counts.length > 2, [...new Set(counts)]]).toEqual([id, true, [samples.get(id)]]);
  }
});
