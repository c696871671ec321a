import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { demoSources } from '@rapport/etl/demo';
import { askFor, openDemoHouse, type DemoHouse } from '../testkit/demo-house.ts';

let house: DemoHouse;
let key: string;

beforeAll(async () => {
  house = await openDemoHouse({ orders: 3000, seed: 'truth' });
  key = await house.key('analyst');
});
afterAll(() => house.close());

interface Point {
  bucket: string;
  value: number | null;
  numerator: number | null;
  denominator: number | null;
}
interface Series {
  metric: { id: string };
  key: { value: string | null }[];
  points: Point[];
}

async function series(metrics: string[], rest = ''): Promise<Series[]> {
  const period = `period: { from: "${house.truth.of.firstDay}", to: "${house.truth.of.asOf}" }`;
  const query = `{ metrics(metrics: [${metrics.join(', ')}], ${period}, where: [{ dimension: SHOP, in: ["demo"] }] ${rest}) { series { metric { id } key { value } points { bucket value numerator denominator } } asOf } }`;
  return (await askFor<{ metrics: { series: Series[] } }>(house.url, key, query)).metrics.series;
}

async function totals(...metrics: string[]): Promise<Record<string, Point>> {
  return Object.fromEntries((await series(metrics)).map(({ metric, points }) => [metric.id, points[0] as Point]));
}

const part = (point: Point | undefined) => [point?.numerator, point?.denominator];
const byKey = (all: Series[]) =>
  Object.fromEntries(all.map(({ key: [slice], points }) => [slice?.value, points[0]?.value]));
const nonZero = (counts: Record<string, number | null | undefined>) =>
  Object.fromEntries(Object.entries(counts).filter(([, n]) => n));

describe('the loaded shop is the shop that was generated', () => {
  it('orders, by month, region and status', async () => {
    const { orders, of } = house.truth;
    const months = await series(['ORDERS'], ', grain: MONTH');
    expect(Object.fromEntries(months[0]?.points.map(({ bucket, value }) => [bucket.slice(0, 7), value]) ?? [])).toEqual(
      orders.byMonth,
    );
    const days = await series(['ORDERS'], ', grain: DAY');
    expect(nonZero(Object.fromEntries(days[0]?.points.map(({ bucket, value }) => [bucket, value]) ?? []))).toEqual(
      orders.byDay,
    );
    expect(nonZero(byKey(await series(['ORDERS'], ', by: [REGION]')))).toEqual(orders.byRegion);
    expect(nonZero(byKey(await series(['ORDERS'], ', by: [ORDER_STATUS]')))).toEqual(orders.byStatus);
    expect(nonZero(byKey(await series(['ORDERS'], ', by: [PAYMENT_METHOD]')))).toMatchObject(orders.byMethod);
    const { shops } = await askFor<{ shops: unknown[] }>(
      house.url,
      key,
      '{ shops { code currency zone asOf firstOrderDay orders } }',
    );
    expect(shops).toEqual([
      {
        code: 'demo',
        currency: 'CNY',
        zone: 'Asia/Shanghai',
        asOf: of.asOf,
        firstOrderDay: Object.keys(orders.byDay).sort()[0],
        orders: orders.total,
      },
    ]);
  });

  it('money, to the fen', async () => {
    const { money } = house.truth;
    const { GMV, AVERAGE_ORDER_VALUE } = await totals('GMV', 'AVERAGE_ORDER_VALUE');
    expect(Math.round((GMV?.value ?? 0) * 100)).toBe(money.gmvMinor);
    expect(AVERAGE_ORDER_VALUE?.denominator).toBe(money.ordersWithPayment);
    expect(AVERAGE_ORDER_VALUE?.value).toBeCloseTo(money.paidMinor / 100 / money.ordersWithPayment, 6);
  });

  it('promises and delivery', async () => {
    const { delivery, orders } = house.truth;
    const figures = await totals(
      'PROMISE_KEPT_RATE',
      'ON_TIME_DELIVERY_RATE',
      'DELIVERED_RATE',
      'CANCELLATION_RATE',
      'DELIVERY_DAYS_MEAN',
    );
    expect(part(figures['PROMISE_KEPT_RATE'])).toEqual(delivery.promiseKept);
    expect(part(figures['ON_TIME_DELIVERY_RATE'])).toEqual(delivery.onTime);
    expect(part(figures['DELIVERED_RATE'])).toEqual(delivery.delivered);
    expect(part(figures['CANCELLATION_RATE'])).toEqual([orders.byStatus['canceled'], orders.total]);
    expect(figures['DELIVERY_DAYS_MEAN']?.value).toBeCloseTo(delivery.secondsSum / delivery.secondsCount / 86_400, 8);
  });

  it('customers and what they do next', async () => {
    const { customers, repurchase } = house.truth;
    const figures = await totals(
      'CUSTOMERS',
      'REPEAT_PURCHASE_RATE',
      'REPEAT_PURCHASE_DAYS_RATE',
      'REPURCHASE_RATE_30D',
      'REPURCHASE_RATE_90D',
      'REPURCHASE_RATE_365D',
    );
    expect(figures['CUSTOMERS']?.value).toBe(customers.ordered);
    expect(part(figures['REPEAT_PURCHASE_RATE'])).toEqual([customers.withTwoOrders, customers.ordered]);
    expect(part(figures['REPEAT_PURCHASE_DAYS_RATE'])).toEqual([customers.withTwoValidDays, customers.withValidOrder]);
    expect(part(figures['REPURCHASE_RATE_30D'])).toEqual(repurchase.days30);
    expect(part(figures['REPURCHASE_RATE_90D'])).toEqual(repurchase.days90);
    expect(part(figures['REPURCHASE_RATE_365D'])).toEqual(repurchase.days365);
  });

  it('reviews', async () => {
    const { reviews } = house.truth;
    const figures = await totals(
      'REVIEWS',
      'POSITIVE_REVIEW_RATE',
      'NEGATIVE_REVIEW_RATE',
      'AVERAGE_REVIEW_SCORE',
      'REVIEW_RATE',
    );
    const [one = 0, two = 0, , four = 0, five = 0] = reviews.scores;
    expect(figures['REVIEWS']?.value).toBe(reviews.total);
    expect(part(figures['POSITIVE_REVIEW_RATE'])).toEqual([four + five, reviews.total]);
    expect(part(figures['NEGATIVE_REVIEW_RATE'])).toEqual([one + two, reviews.total]);
    expect(figures['AVERAGE_REVIEW_SCORE']?.value).toBeCloseTo(
      reviews.scores.reduce((sum, n, i) => sum + n * (i + 1), 0) / reviews.total,
      8,
    );
    expect(part(figures['REVIEW_RATE'])).toEqual(reviews.reviewedOfDelivered);
  });
});

describe('what the generator spoiled on purpose', () => {
  const fields = 'fileName feed home read inserted updated unchanged duplicate superseded pending quarantined balanced';

  it('is refused or waits, row by row, and each file of the six systems is accounted for', async () => {
    const query = `{ ingestionRuns(first: 20) { nodes { source state feeds { ${fields} } } } }`;
    type Feed = { fileName: string; feed: string; home: boolean; balanced: boolean } & Record<string, number>;
    type Runs = { ingestionRuns: { nodes: { source: string; state: string; feeds: Feed[] }[] } };
    const runs = (await askFor<Runs>(house.url, key, query)).ingestionRuns.nodes;
    expect(runs.map(({ state }) => state)).toEqual(demoSources.map(() => 'COMMITTED'));
    const counted = runs.flatMap(({ source, feeds }) =>
      feeds
        .filter((feed) => feed.home)
        .map((feed) => [
          `${source}/${feed.fileName}${feed.feed.toLowerCase() === 'case_events' ? '#events' : ''}`,
          [
            feed['read'],
            feed['inserted'],
            feed['quarantined'],
            feed['duplicate'],
            feed['superseded'],
            feed['pending'],
            feed.balanced,
          ],
        ]),
    );
    const sum = (refused: Record<string, number>) => Object.values(refused).reduce((all, n) => all + n, 0);
    const expected = Object.entries(house.truth.files).map(([name, file]) => [
      name,
      [file.records, file.accepted, sum(file.refused), file.duplicates, file.superseded, file.pending, true],
    ]);
    expect(Object.fromEntries(counted)).toEqual(Object.fromEntries(expected));
  });

  it('is kept with its reason, and without the raw bytes of people', async () => {
    const { rows } = await house.database.pool.query<{ file: string; reason: string; n: number; sealed: boolean }>(
      "select source || '/' || file_name as file, reason, count(*)::int as n, bool_and(raw_encrypted) as sealed from ops.quarantine group by 1, 2",
    );
    const kept = Object.fromEntries(rows.map(({ file, reason, n }) => [`${file} ${reason}`, n]));
    const stated = Object.entries(house.truth.files).flatMap(([name, { refused }]) =>
      Object.entries(refused).map(([reason, n]) => [`${name} ${reason}`, n]),
    );
    expect(kept).toEqual(Object.fromEntries(stated));
    for (const { file, sealed } of rows) expect(sealed, file).toBe(file === 'demo/customers.csv');
  });
});

describe('what is found in it', () => {
  it('the complaint video of August is an alarm of public mentions, told when the files were loaded', async () => {
    const { alarms, alarmSettings } = await askFor<{
      alarms: { watch: string; startedOn: string; observed: number; expected: number; state: string }[];
      alarmSettings: { series: number; monthlyBudget: number };
    }>(
      house.url,
      key,
      '{ alarms(shop: "demo") { watch startedOn observed expected state causes { observed } days { day observed } } alarmSettings { series monthlyBudget } }',
    );
    const video = alarms.find(
      ({ watch, startedOn }) => watch === 'negative_mentions' && startedOn.startsWith('2026-08'),
    );
    expect(video).toMatchObject({ state: 'RECOVERED' });
    expect(video?.observed).toBeGreaterThan(5 * (video?.expected ?? 0));
    expect(alarmSettings.series).toBeGreaterThan(100);
  });

  it('the next Double 11, with a range that the last one would have kept to', async () => {
    const { peakForecast } = await askFor<{
      peakForecast: {
        event: { code: string; day: string };
        measures: {
          measure: string;
          learnedFrom: number;
          peak: { day: string; expected: number; low: number; high: number };
        }[];
        backtests: { measure: string; inside: boolean }[];
      };
    }>(
      house.url,
      key,
      '{ peakForecast(shop: "demo") { event { code day } measures { measure learnedFrom peak { day expected low high } } backtests { measure inside } } }',
    );
    expect(peakForecast.event).toEqual({ code: 'DOUBLE_11', day: '2026-11-11' });
    const orders = peakForecast.measures.find(({ measure }) => measure === 'ORDERS');
    expect(orders).toMatchObject({ learnedFrom: 2, peak: { day: '2026-11-11' } });
    const last = house.truth.orders.byDay['2025-11-11'] ?? 0;
    expect(orders?.peak.low).toBeLessThan(1.5 * last);
    expect(orders?.peak.high).toBeGreaterThan(last);
    expect(peakForecast.backtests.filter(({ inside }) => inside).length).toBeGreaterThanOrEqual(
      peakForecast.backtests.length / 2,
    );
  });
});
